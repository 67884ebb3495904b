export { joinWorkers, startDueWorker, type DueWork, type DueWorker } from './due-worker.ts'
export { startJobs, type Job, type JobQueue } from './job-queue.ts'
