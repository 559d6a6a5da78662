package se.samsteg.form;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.BeanPropertyWriter;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;

/** Lets Jackson read and write as single fields what a record declares as one list with {@link Numbered}. */
class NumberedFields extends SimpleModule {

    private static final long serialVersionUID = 1L;

    NumberedFields() {
        setDeserializerModifier(new Reading());
        setSerializerModifier(new Writing());
    }

    private static final class Reading extends BeanDeserializerModifier {

        private static final long serialVersionUID = 1L;

        @Override
        public JsonDeserializer<?> modifyDeserializer(
                DeserializationConfig config, BeanDescription type, JsonDeserializer<?> deserializer) {
            List<FormKeys.Part> numbered = FormKeys.numbered(type.getBeanClass());
            return numbered.isEmpty() ? deserializer : new Rows(deserializer, numbered);
        }
    }

    private static final class Rows extends DelegatingDeserializer {

        private static final long serialVersionUID = 1L;

        private final transient List<FormKeys.Part> numbered;

        Rows(JsonDeserializer<?> record, List<FormKeys.Part> numbered) {
            super(record);
            this.numbered = numbered;
        }

        @Override
        protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> record) {
            return new Rows(record, numbered);
        }

        @Override
        public Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            ObjectNode values = context.readValue(parser, ObjectNode.class);
            Map<String, Map<Integer, ObjectNode>> lists = new TreeMap<>();
            for (FormKeys.Part part : numbered) {
                gather(values, part, lists.computeIfAbsent(part.list(), list -> new TreeMap<>()));
            }
            lists.forEach((list, rows) -> values.putArray(list).addAll(rows.values()));
            try (JsonParser gathered = values.traverse(parser.getCodec())) {
                gathered.nextToken();
                return super.deserialize(gathered, context);
            }
        }

        private static void gather(ObjectNode values, FormKeys.Part part, Map<Integer, ObjectNode> rows) {
            for (Map.Entry<String, JsonNode> value : values.properties()) {
                Matcher found = part.matcher(value.getKey());
                if (found.matches() && !value.getValue().isNull()) {
                    rows.computeIfAbsent(Integer.valueOf(found.group("n")), number -> values.objectNode()
                                    .put(FormKeys.NUMBER, number))
                            .set(part.name(), value.getValue());
                }
            }
        }
    }

    private static final class Writing extends BeanSerializerModifier {

        private static final long serialVersionUID = 1L;

        @Override
        public List<BeanPropertyWriter> changeProperties(
                SerializationConfig config, BeanDescription type, List<BeanPropertyWriter> properties) {
            List<FormKeys.Part> numbered = FormKeys.numbered(type.getBeanClass());
            properties.replaceAll(property -> {
                List<FormKeys.Part> parts = numbered.stream()
                        .filter(part -> part.list().equals(property.getName()))
                        .toList();
                return parts.isEmpty() ? property : new Fields(property, parts);
            });
            return properties;
        }
    }

    private static final class Fields extends BeanPropertyWriter {

        private static final long serialVersionUID = 1L;

        private final transient List<FormKeys.Part> parts;

        Fields(BeanPropertyWriter list, List<FormKeys.Part> parts) {
            super(list);
            this.parts = parts;
        }

        @Override
        public void serializeAsField(Object bean, JsonGenerator generator, SerializerProvider provider)
                throws Exception {
            for (JsonNode row : Json.MAPPER.<JsonNode>valueToTree(get(bean))) {
                for (FormKeys.Part part : parts) {
                    generator.writeFieldName(part.key(row.path(FormKeys.NUMBER).intValue()));
                    generator.writeTree(row.path(part.name()));
                }
            }
        }
    }
}
