export { shippedProcesses, shippedVersion } from './shipped-processes.ts';
