import { createContext } from 'react';

/** Whether whoever is here may look and not change: buttons that would change something are not there. */
export const OnlyLooking = createContext(false);
