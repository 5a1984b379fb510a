/** The paths of the operator's pages. */
export const SYSTEM_PAGE = '/operator/system';
export const PEOPLE_PAGE = '/operator/people';
export const RECEIVERS_PAGE = '/operator/receivers';
