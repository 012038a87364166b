package io.qpy.wiring;

import com.fasterxml.jackson.databind.JsonNode;
import io.qpy.sandbox.cloud.Accounts;
import java.util.List;

/** Reads one cloud's {@code [sandbox.<cloud>.products.<product>]} tables: the product's secret and its devices'. */
final class AccountsReader {
    private final Accounts.Builder accounts;

    private AccountsReader(boolean strict) {
        accounts = Accounts.builder().strict(strict);
    }

    static Accounts read(TomlTable sandbox, String cloud, boolean strict) {
        AccountsReader reader = new AccountsReader(strict);
        JsonNode value = sandbox.node().get(cloud);
        if (value != null) {
            TomlTable table = sandbox.table(cloud, value);
            table.eachKnown(List.of("products"), (key, products) -> reader.products(table.table(key, products)));
        }
        return reader.accounts.build();
    }

    private void products(TomlTable table) {
        table.each((product, value) -> product(product, table.table(product, value)));
    }

    private void product(String product, TomlTable table) {
        JsonNode secret = table.node().get("secret");
        accounts.product(product, secret == null ? "" : table.string("secret", secret));
        table.eachKnown(List.of("secret", "devices"), (key, value) -> {
            if (key.equals("devices")) {
                TomlTable devices = table.table(key, value);
                devices.each((name, own) -> accounts.device(product, name, devices.string(name, own)));
            }
        });
    }
}
