export { listenToCallbacks } from './newcomers/observe-first.ts'
export { trainingRoutes as knowledgeRoutes } from './trainings/routes.ts'
