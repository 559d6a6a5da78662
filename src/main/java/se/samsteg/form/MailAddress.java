package se.samsteg.form;

import java.net.IDN;
import java.util.regex.Pattern;

/**
 * Addresses of mail as every mail server takes them (RFC 5321). A domain may be typed with any letters and is sent in
 * ASCII (RFC 3490); what stands before the @ cannot be rewritten so, and servers that take other letters there are few.
 */
public final class MailAddress {

    private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
    private static final Pattern NAME = Pattern.compile(ATOM + "(\\." + ATOM + ")*");
    private static final Pattern DOMAIN = Pattern.compile("[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*");
    private static final Pattern ASCII = Pattern.compile("\\p{ASCII}*");

    private MailAddress() {}

    /**
     * The address as mail servers take it.
     *
     * @throws Refused if it is not exactly one address that mail can be sent to
     */
    public static String sendable(String typed) {
        int at = typed.lastIndexOf('@');
        if (at < 0) {
            throw none();
        }
        String name = typed.substring(0, at);
        if (!ASCII.matcher(name).matches()) {
            throw new Refused("E-postadress: före @ kan adressen inte ha å, ä, ö eller andra bokstäver än a–z.");
        }
        String domain = ascii(typed.substring(at + 1));
        if (!NAME.matcher(name).matches() || !DOMAIN.matcher(domain).matches()) {
            throw none();
        }
        return name + "@" + domain;
    }

    /** Whether mail can be sent to it. */
    public static boolean works(String typed) {
        try {
            return !sendable(typed).isEmpty();
        } catch (Refused e) {
            return false;
        }
    }

    private static String ascii(String domain) {
        try {
            return IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES);
        } catch (IllegalArgumentException e) {
            throw none();
        }
    }

    private static Refused none() {
        return new Refused("E-postadress: skriv en adress, till exempel namn@kommun.se.");
    }
}
