import type { Workshop } from '../base/workshop.ts'
import type { SourceContext } from './facts/list-tasks.ts'
import { createListTasks } from './facts/list-tasks.ts'
import { type CreatedPages, createPageTasks } from './facts/page-tasks.ts'

export type PagesContext = SourceContext & {
  readonly workshop: Workshop
  /** The build's moment, milliseconds since 1970. */
  readonly now: number
}

/** Makes the pages of each language. All mistakes in their front matter come out together. */
export async function createPages({
  workshop,
  now,
  ...context
}: PagesContext): Promise<readonly CreatedPages[]> {
  const ofLists = createListTasks(context)
  const lists = await workshop.each(ofLists.tasks)
  const ofPages = createPageTasks(context, ofLists.read(lists.map(({ facts }) => facts)))
  const pages = await workshop.each(ofPages.tasks)
  return ofPages.read(
    pages.map(({ facts }) => facts),
    now,
  )
}
