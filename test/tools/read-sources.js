// A thread of a server that runs from its sources reads them by this.
import { register } from 'tsx/esm/api';

register();
