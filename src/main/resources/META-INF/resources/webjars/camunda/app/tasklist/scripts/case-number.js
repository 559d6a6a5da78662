/* How a case's number is written. */
export const CASE_NUMBER = /^[A-Z]{2,4}-\d{4}-\d{4,}$/;
