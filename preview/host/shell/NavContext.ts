import { type NavModelItem } from '@grafana/data';
import { createContext } from 'react';

/** How a page tells the shell where it is, for the breadcrumbs. */
export const NavContext = createContext<(page: NavModelItem | undefined) => void>(() => undefined);
