import type { BuildOptions, BuildResult } from './build.ts'
import type { RunningServer, ServeOptions } from './server/serve.ts'

export type { Config } from './config/config.ts'
export { loadConfig } from './config/load-config.ts'
export { defineConfig, type UserConfig } from './config/user-config.ts'
export { publishedReleases } from './server/release-source.ts'
export type { BuildOptions, BuildResult, RunningServer, ServeOptions }

// Every config imports this file for `defineConfig`: what builds and what serves is loaded when it is called.

/** Builds a site and publishes it in its folder. @throws SiteError with every mistake that was found */
export const build = async (options: BuildOptions): Promise<BuildResult> =>
  (await import('./build.ts')).build(options)

/** Serves releases over HTTPS. @throws SiteError release/*, server/* */
export const serve = async (options: ServeOptions): Promise<RunningServer> =>
  (await import('./server/serve.ts')).serve(options)
