export { type BuildOptions, type BuildResult, build } from './build.ts'
export { type UserConfig, defineConfig } from './config/user-config.ts'
export { loadConfig } from './config/load-config.ts'
