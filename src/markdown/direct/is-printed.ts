import type { Nodes } from 'mdast'

/** What is defined is printed where it is referred to. */
export const isPrinted = ({ type }: Nodes): boolean => type !== 'definition'
