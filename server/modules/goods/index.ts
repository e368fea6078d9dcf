export { declareGoodsFiles } from './gate/file-rule.ts'
export { gateRoutes as goodsRoutes } from './gate/routes.ts'
