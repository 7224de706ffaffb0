import type { Workshop } from './base/workshop.ts'
import type { FileTask } from './output/file-task.ts'
import type { ReleaseDraft } from './release/begin-release.ts'
import type { Writer } from './release/create-writer.ts'
import type { FileEntry } from './release/manifest.ts'

export type WriteFilesOptions = {
  readonly workshop: Workshop
  readonly writer: Writer
  /** Takes a file over from the release before, if it is there. A thread that helps is not asked. */
  readonly link?: ReleaseDraft['link']
}

/** Of a file in a release: its path, and what the manifest says of it. */
export type WrittenFile = readonly [path: string, entry: FileEntry]

/** Puts every file into the release that is being made. */
export async function writeFiles(
  tasks: readonly FileTask[],
  options: WriteFilesOptions,
): Promise<readonly WrittenFile[]> {
  const { here = [], anywhere = [] } = Object.groupBy(tasks, ({ isBoundHere }) =>
    isBoundHere ? 'here' : 'anywhere',
  )
  const written = await writeStage('file', anywhere, options)
  // A thread that helps never comes to this: it is not told when the stage before has ended.
  return [...written, ...(await writeStage('file here', here, options))]
}

async function writeStage(
  stage: string,
  tasks: readonly FileTask[],
  { workshop, writer, link = () => false }: WriteFilesOptions,
): Promise<readonly WrittenFile[]> {
  const taskAt = (index: number): FileTask => {
    const task = tasks[index]
    if (!task) throw new RangeError(`there is no file ${index}`)
    return task
  }
  const kept = await workshop.each({
    stage,
    count: tasks.length,
    keyOf: (index) => taskAt(index).key(),
    make(index, note) {
      const artifact = taskAt(index).make(note)
      const write = (made: Awaited<typeof artifact>) => ({ facts: JSON.stringify(writer.write(made)) })
      return artifact instanceof Promise ? artifact.then(write) : write(artifact)
    },
    answer: (index, question) => taskAt(index).answer(question),
    isThere: (index, facts) => link(taskAt(index).path, JSON.parse(facts)),
    wanted: 'here',
  })
  return kept.map(({ facts }, index) => [taskAt(index).path, JSON.parse(facts)])
}
