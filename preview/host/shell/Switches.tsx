import { IconButton, Select, useTheme2 } from '@grafana/ui';
import React from 'react';

import { type Language, LANGUAGES } from '../boot/choices';

interface Props {
  readonly language: Language;
}

/** Theme and language; the page is loaded anew with them, as Grafana's packages read both only once. */
export function Switches({ language }: Props) {
  const { isDark } = useTheme2();
  const reloadWith = (name: string, value: string): void => {
    const address = new URL(location.href);
    address.searchParams.set(name, value);
    location.assign(address);
  };
  return (
    <>
      <Select
        aria-label="Language"
        width={13}
        value={language}
        options={Object.entries(LANGUAGES).map(([value, label]) => ({ value, label }))}
        onChange={({ value }) => reloadWith('lang', String(value))}
      />
      <IconButton
        name="adjust-circle"
        size="lg"
        tooltip={isDark ? 'Switch to the light theme' : 'Switch to the dark theme'}
        onClick={() => reloadWith('theme', isDark ? 'light' : 'dark')}
      />
    </>
  );
}
