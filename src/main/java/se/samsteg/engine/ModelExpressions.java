package se.samsteg.engine;

import java.beans.FeatureDescriptor;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.ReadOnlyMapELResolver;
import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.impl.juel.jakarta.el.BeanELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.FunctionMapper;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;

/**
 * What an expression of a model can reach: variables, the public methods of phases, and the business key of the
 * execution. No other object's method or property, so no way to a class, a class loader or the application; no functions.
 */
final class ModelExpressions extends JuelExpressionManager {

    ModelExpressions(Map<Object, Object> phases) {
        super(phases);
    }

    @Override
    protected ELResolver createElResolver() {
        CompositeELResolver all = new CompositeELResolver();
        all.add(new VariableScopeElResolver());
        all.add(new VariableContextElResolver());
        all.add(new ReadOnlyMapELResolver(beans));
        all.add(new Reachable());
        return all;
    }

    @Override
    protected FunctionMapper createFunctionMapper() {
        return new FunctionMapper() {
            @Override
            public @Nullable Method resolveFunction(String prefix, String name) {
                return null;
            }
        };
    }

    private static final class Reachable extends ELResolver {

        private static final Set<String> OBJECT =
                Arrays.stream(Object.class.getMethods()).map(Method::getName).collect(Collectors.toSet());

        private final BeanELResolver beans = new BeanELResolver(true);

        @Override
        public Object invoke(ELContext context, Object base, Object method, Class<?>[] types, Object[] arguments) {
            if (base == null
                    || !ClassUtils.getUserClass(base).isAnnotationPresent(Phase.class)
                    || OBJECT.contains(String.valueOf(method))) {
                throw unreachable();
            }
            return beans.invoke(context, base, method, types, arguments);
        }

        @Override
        public @Nullable Object getValue(ELContext context, @Nullable Object base, Object property) {
            if (base == null) {
                return null; // an unknown name: others resolve names
            }
            if (base instanceof DelegateExecution execution && "processBusinessKey".equals(property)) {
                context.setPropertyResolved(true);
                return execution.getProcessBusinessKey();
            }
            throw unreachable();
        }

        @Override
        public @Nullable Class<?> getType(ELContext context, @Nullable Object base, Object property) {
            return null;
        }

        @Override
        public void setValue(ELContext context, Object base, Object property, Object value) {
            throw unreachable();
        }

        @Override
        public boolean isReadOnly(ELContext context, Object base, Object property) {
            return true;
        }

        @Override
        public @Nullable Class<?> getCommonPropertyType(ELContext context, Object base) {
            return null;
        }

        @Override
        public @Nullable Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, Object base) {
            return null;
        }

        private static ProcessEngineException unreachable() {
            return new ProcessEngineException("an expression may only call a phase");
        }
    }
}
