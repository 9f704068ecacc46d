"""The territories of France: records, names, hierarchy, borders, outlines, the one distance, the one frame."""
