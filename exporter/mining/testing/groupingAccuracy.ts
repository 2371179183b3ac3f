/**
 * The grouping accuracy of log parsing: the share of messages whose group holds exactly the messages of their template. A
 * template that is split, or shares a group with another one, counts for none of its messages.
 *
 * @param groups the group of each message
 * @param labels the template of each message
 */
export function groupingAccuracy(groups: readonly unknown[], labels: readonly unknown[]): number {
  const byGroup = members(groups);
  const byLabel = members(labels);
  const right = labels.filter((label, i) => byGroup.get(groups[i]) === byLabel.get(label));
  return right.length / labels.length;
}

/** Who is in each, as text that can be compared. */
function members(keys: readonly unknown[]): Map<unknown, string> {
  const lists = new Map<unknown, number[]>();
  keys.forEach((key, i) => lists.set(key, [...(lists.get(key) ?? []), i]));
  return new Map([...lists].map(([key, list]) => [key, list.join(' ')]));
}
