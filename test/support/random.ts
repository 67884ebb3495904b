export { seeded } from '../../src/evaluation/statistics/random.ts'
