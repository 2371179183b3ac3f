import React from 'react';

import { type Installation } from '../../app/installation';
import { thresholdRows } from './thresholdRow';
import { ThresholdSearch } from './ThresholdSearch';

export function thresholdsView({ catalog }: Installation) {
  const rows = thresholdRows(catalog);
  return function ThresholdsView() {
    return <ThresholdSearch rows={rows} />;
  };
}
