import { IconButton, Select, useTheme2 } from '@grafana/ui';
import React from 'react';

import { ROLES } from '../../server/role';
import { type Choices, LANGUAGES } from '../boot/choices';

/** Role, language and theme; the page is loaded anew with them, as Grafana's packages read all of them only once. */
export function Switches({ language, role }: Pick<Choices, 'language' | 'role'>) {
  const { isDark } = useTheme2();
  const reloadWith = (name: string, value: string): void => {
    const address = new URL(location.href);
    address.searchParams.set(name, value);
    location.assign(address);
  };
  return (
    <>
      <Select
        aria-label="Role"
        width={12}
        value={role}
        options={ROLES.map((value) => ({ value, label: value }))}
        onChange={({ value }) => reloadWith('role', String(value).toLowerCase())}
      />
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
