/** Cases where something failed: the index holds the times of open incidents. The path inside the list is more than the model's type knows. */
export const withIncidents = (organisation: string): { readonly organisation: string } => {
  const filter = { organisation, 'incidents.at': { $gt: '' } };
  return filter;
};
