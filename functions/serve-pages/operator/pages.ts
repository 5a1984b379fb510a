/** Where an operator looks. */
export const SYSTEM_PAGE = '/operator/system';
export const PEOPLE_PAGE = '/operator/people';
export const RECEIVERS_PAGE = '/operator/receivers';
