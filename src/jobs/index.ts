export { startJobs, type Job, type JobQueue } from './job-queue.ts'
