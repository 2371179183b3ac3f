import { locationService } from '@grafana/runtime';
import React, { type ReactNode, useLayoutEffect, useState } from 'react';
import { Router } from 'react-router-dom';

/** The router over Grafana's own history, which scenes write into, too. */
export function RoutedHistory({ children }: { readonly children: ReactNode }) {
  const history = locationService.getHistory();
  const [location, setLocation] = useState(history.location);
  useLayoutEffect(() => history.listen(setLocation), [history]);
  return (
    <Router navigator={history as never} location={location}>
      {children}
    </Router>
  );
}
