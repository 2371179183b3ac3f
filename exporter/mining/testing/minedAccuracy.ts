import { maskMessage } from '../../../src/catalog/templates/maskMessage';
import { mergeClusters } from '../mergeClusters';
import { createPrefixTree, tokensOf } from '../prefixTree';
import { type Labelled } from './corpus';
import { groupingAccuracy } from './groupingAccuracy';

const MOST_CLUSTERS = 500;

/** The grouping accuracy over messages that go through mask, tree and merge, as the miner sends them. */
export function minedAccuracy(messages: readonly Labelled[]): number {
  const tree = createPrefixTree(MOST_CLUSTERS);
  const clusters = messages.map(({ text }) => tree.put(tokensOf(maskMessage(text))));
  const groups = new Map(mergeClusters(tree.clusters()).flatMap((group, i) => group.map((cluster) => [cluster, i])));
  return groupingAccuracy(
    clusters.map((cluster) => groups.get(cluster)),
    messages.map(({ label }) => label)
  );
}
