export { trainingRoutes as knowledgeRoutes } from './trainings/routes.ts'
