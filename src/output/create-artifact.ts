import { digestOf } from '../base/digest-of.ts'
import type { Artifact } from '../release/artifact.ts'
import { mediaTypeOf } from '../release/media-type.ts'

/** Bytes to publish under a path, with their type by its ending and their digest. */
export function createArtifact(
  path: string,
  content: string | Uint8Array,
  options: { readonly mediaType?: string; readonly immutable?: boolean; readonly forwards?: boolean } = {},
): Artifact {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  return {
    path,
    bytes,
    mediaType: options.mediaType ?? mediaTypeOf(path),
    digest: digestOf(bytes),
    immutable: options.immutable ?? false,
    ...(options.forwards && { forwards: true }),
  }
}
