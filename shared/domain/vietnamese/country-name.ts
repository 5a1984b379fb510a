const NAMES = new Intl.DisplayNames('vi', { type: 'region' });

/** The Vietnamese name of a country that is given by its two letters; any other text stays as it is. */
export const countryName = (country: string): string =>
  /^[A-Z]{2}$/.test(country) ? (NAMES.of(country) ?? country) : country;
