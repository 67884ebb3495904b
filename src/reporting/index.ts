export { ExportFiles } from './exports/export-files.ts'
export { releaseExports, withdrawExports } from './exports/export-job.ts'
export { exportRoutes } from './exports/routes.ts'
export { makeExportJob, makeSweepJob } from './exports/run-exports.ts'
