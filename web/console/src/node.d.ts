// The tests beside the pages run under Node; nothing else here may lean on its types.
/// <reference types="node" />
