export { UndirectedGraph } from 'graphology';
export { connectedComponents } from 'graphology-components';
