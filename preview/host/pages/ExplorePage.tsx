import { type DataSourceApi } from '@grafana/data';
import { getDataSourceSrv, locationService, PluginPage } from '@grafana/runtime';
import { type DataQuery } from '@grafana/schema';
import { Button, LoadingPlaceholder } from '@grafana/ui';
import React, { useEffect, useMemo, useState } from 'react';
import { useLocation } from 'react-router-dom';

import { type Pane, explorePane, paneAddress } from './explorePane';
import { exploreScene } from './exploreScene';

interface Props {
  /** The plugin's own data source: Grafana's have no editor here. */
  readonly uid: string;
}

/** One query in the data source's own editor, and its answer: the heart of Grafana's Explore, at the same address. */
export function ExplorePage({ uid }: Props) {
  const { search } = useLocation();
  const pane = useMemo(() => ({ ...explorePane(search), datasource: uid }), [search, uid]);
  const [source, setSource] = useState<DataSourceApi>();
  useEffect(() => {
    void getDataSourceSrv().get({ uid }).then(setSource);
  }, [uid]);
  return (
    <PluginPage pageNav={{ text: 'Explore' }} subTitle={source?.name}>
      {source ? (
        <Question key={search} source={source} pane={pane} />
      ) : (
        <LoadingPlaceholder text="Loading the editor…" />
      )}
    </PluginPage>
  );
}

function Question({ source, pane }: { readonly source: DataSourceApi; readonly pane: Pane }) {
  const [query, setQuery] = useState<DataQuery>(pane.query);
  const scene = useMemo(() => exploreScene(pane), [pane]);
  const Editor = source.components?.QueryEditor;
  return (
    <>
      {Editor && <Editor datasource={source} query={query} onChange={setQuery} onRunQuery={() => undefined} />}
      <div>
        <Button icon="sync" onClick={() => locationService.push(paneAddress({ ...pane, query }))}>
          Run query
        </Button>
      </div>
      <scene.Component model={scene} />
    </>
  );
}
