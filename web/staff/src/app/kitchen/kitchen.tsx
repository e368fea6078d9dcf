export const Kitchen = () => null
