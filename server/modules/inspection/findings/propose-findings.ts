import type { ProposeFindings } from '../looks/finding-port.ts'

/** Nothing is made of what failed while no room of findings stands behind this door. */
export const proposeFindings: ProposeFindings = async () => []
