const FILLERS = new Set(
  'a an the is are was were be been being has have had do does did of in on at to from for by with and or as it its this that these those than then but if while during after before into error errors warning please you your can could should will would because however'.split(
    ' '
  )
);

/** Whether a word, in small letters, tells nothing about the kind of an error. */
export const isFiller = (word: string): boolean => FILLERS.has(word);
