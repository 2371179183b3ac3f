import { LoadingState, type PanelData } from '@grafana/data';
import { useState } from 'react';

/**
 * The last complete answer while the next one comes in piece by piece, so that nothing seems to be missing meanwhile; the
 * first one is shown as it comes.
 */
export function useSettled(data: PanelData | undefined): PanelData | undefined {
  const [settled, setSettled] = useState<PanelData>();
  const isComplete = data !== undefined && data.state !== LoadingState.Loading;
  if (isComplete && data !== settled) {
    setSettled(data);
  }
  return isComplete ? data : (settled ?? data);
}
