/** One file to publish. The path is relative, with `/`, without a leading one. */
export type Artifact = {
  readonly path: string
  readonly bytes: Uint8Array
  readonly mediaType: string
  /** SHA-256 of the bytes in base64url. */
  readonly digest: string
  /** True where the path holds a fingerprint of the bytes. */
  readonly immutable: boolean
  /** True where it only leads on to where the manifest redirects its address, for hosts that cannot redirect. */
  readonly forwards?: boolean
}
