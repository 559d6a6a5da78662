package se.samsteg.absence;

/**
 * What an inquiry showed.
 *
 * @param decision continue or exit
 */
record Inquiry(String result, String decision) {}
