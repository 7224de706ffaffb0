import { access, constants } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'

/** The Hugo to compare with: `HUGO`, else the one on the path, else the one among the peers' programs. */
export async function findHugo(env: NodeJS.ProcessEnv): Promise<string | undefined> {
  const folders = (env.PATH ?? '').split(path.delimiter).filter(Boolean)
  const places = [
    ...(env.HUGO ? [env.HUGO] : []),
    ...folders.map((folder) => path.join(folder, 'hugo')),
    path.join(os.homedir(), '.cache/inkseal-peers/root/usr/bin/hugo'),
  ]
  for (const place of places) if (await isProgram(place)) return place
  return undefined
}

const isProgram = (file: string) =>
  access(file, constants.X_OK).then(
    () => true,
    () => false,
  )
