package se.samsteg.journey;

import java.util.ArrayList;
import java.util.List;

/** Valid numbers for people who do not exist: serials 980-989 are set aside for tests. */
final class IdentityNumbers {

    private IdentityNumbers() {}

    static List<String> some(int count) {
        List<String> numbers = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            String nine = "%02d%02d%02d98%d".formatted(70 + n / 28 % 20, 1 + n % 12, 1 + n % 28, n % 10);
            numbers.add("19" + nine + checkDigit(nine));
        }
        return numbers;
    }

    private static int checkDigit(String nine) {
        int sum = 0;
        for (int i = 0; i < 9; i++) {
            int product = (nine.charAt(i) - '0') * (i % 2 == 0 ? 2 : 1);
            sum += product / 10 + product % 10;
        }
        return (10 - sum % 10) % 10;
    }
}
