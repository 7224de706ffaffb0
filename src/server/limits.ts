/** How long the server waits for clients, in milliseconds, and how much it takes from one. */
export const limits = {
  /** From a connection's first byte to the end of TLS's handshake. */
  handshake: 10_000,
  /** From a request's start to the end of its header. */
  header: 20_000,
  /** From a request's start to its end, body included. */
  request: 30_000,
  /** How often HTTP/1.1 connections are held against the two above. */
  check: 5_000,
  /** An HTTP/1.1 connection between two requests. */
  keepAlive: 30_000,
  /** A connection on which nothing moves: an idle HTTP/2 session, or a client that does not read its answer. */
  idle: 60_000,
  /** Bytes of a request's header. */
  headerBytes: 16 * 1024,
  /** Requests at the same time on an HTTP/2 session. */
  streams: 128,
} as const
