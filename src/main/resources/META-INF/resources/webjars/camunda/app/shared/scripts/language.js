/*
 * Screen readers pronounce by the page's language, which Camunda's pages say is English. Written against Camunda 7.24.0.
 */
document.documentElement.lang = 'sv';
