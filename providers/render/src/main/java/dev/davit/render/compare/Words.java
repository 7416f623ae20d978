package dev.davit.render.compare;

import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.document.ScalarNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Translates what a Blueprint and the API spell differently. What has no rule here is the same in both, so that plans and regions
 * that nobody here knows pass through.
 */
final class Words {
    private static final Map<String, String> TYPES = Map.of(
            "web", "web_service",
            "pserv", "private_service",
            "worker", "background_worker",
            "cron", "cron_job",
            "static", "static_site");

    /** Sizes by hardware are the current names of plans, and the older names are still taken; source: https://render.com/pricing */
    private static final Map<String, String> SERVER_PLANS = Map.of(
            "0.5c-512mb", "starter",
            "1c-2g", "standard",
            "2c-4g", "pro",
            "4c-8g", "pro-plus",
            "4c-16g", "pro-max",
            "8c-32g", "pro-ultra");

    private static final Map<String, String> KEY_VALUE_PLANS = Map.of(
            "256mb", "starter", "1g", "standard", "5g", "pro", "10g", "pro-plus", "20g", "pro-max", "40g", "pro-ultra");

    /** From the smallest; source: https://render.com/pricing */
    private static final List<String> KEY_VALUE_SIZES =
            List.of("free", "starter", "standard", "pro", "pro-plus", "pro-max", "pro-ultra");

    private static final Map<String, String> POSTGRES_PLANS =
            Map.of("0.1c-256mb", "basic-256mb", "0.5c-1g", "basic-1gb", "2c-4g", "basic-4gb", "1c-4g", "pro-4gb");

    private Words() {}

    /** Says whether one plan of Key Value is smaller than another; of one that has no known place among them nobody can say. */
    static boolean isSmallerStore(Node one, Node other) {
        int size = size(one);
        return size >= 0 && size < size(other);
    }

    private static int size(Node plan) {
        return KEY_VALUE_SIZES.indexOf(KEY_VALUE_PLAN.meaning(plan).toString());
    }

    /** Says how two sides are spelled, and when they mean the same. */
    interface Spelling {
        /** Gives the Blueprint's word for what the API says. */
        default Node said(Node answered) {
            return answered;
        }

        /** Gives the API's word for what a Blueprint says. */
        default Node asked(Node wanted) {
            return wanted;
        }

        /** Gives one form of all that mean the same. */
        default Object meaning(Node said) {
            return said instanceof ScalarNode ? said.toString() : said;
        }
    }

    static final Spelling SAME = new Spelling() {};
    static final Spelling SERVER_PLAN = plan(SERVER_PLANS);
    static final Spelling KEY_VALUE_PLAN = plan(KEY_VALUE_PLANS);
    static final Spelling POSTGRES_PLAN = plan(POSTGRES_PLANS);

    /** {@code allkeys-lru} and {@code allkeys_lru}. */
    static final Spelling DASHED = new Spelling() {
        @Override
        public Node said(Node answered) {
            return ScalarNode.of(answered.toString().replace('_', '-'), null);
        }

        @Override
        public Node asked(Node wanted) {
            return ScalarNode.of(wanted.toString().replace('-', '_'), null);
        }
    };

    /** The API needs both lists of a build filter, a Blueprint one of them. */
    static final Spelling BUILD_FILTER = new Spelling() {
        @Override
        public Node said(Node answered) {
            return withoutEmpty((MapNode) answered);
        }

        @Override
        public Node asked(Node wanted) {
            MapNode lists = (MapNode) wanted;
            return new MapNode(null)
                    .put("paths", lists.getList("paths").orElseGet(() -> new ListNode(null)))
                    .put("ignoredPaths", lists.getList("ignoredPaths").orElseGet(() -> new ListNode(null)));
        }

        @Override
        public Object meaning(Node said) {
            return withoutEmpty((MapNode) said);
        }
    };

    /** {@code source} and {@code cidrBlock}; the API needs a description. */
    static final Spelling ALLOW_LIST = new Spelling() {
        @Override
        public Node said(Node answered) {
            return renamed((ListNode) answered, "cidrBlock", "source");
        }

        @Override
        public Node asked(Node wanted) {
            return renamed((ListNode) wanted, "source", "cidrBlock");
        }

        @Override
        public Object meaning(Node said) {
            return renamed((ListNode) said, "source", "source");
        }
    };

    /** {@code enabled} and {@code true}. */
    static final Spelling ISOLATION = flag("true", true, false);

    /** {@code enabled} and {@code protected}. */
    static final Spelling PROTECTION = flag("protected", "protected", "unprotected");

    /** {@code ./Dockerfile} and {@code Dockerfile}. */
    static final Spelling FILE = new Spelling() {
        @Override
        public Object meaning(Node said) {
            String path = said.toString();
            return path.startsWith("./") ? path.substring(2) : path;
        }
    };

    /** {@code nginx}, {@code library/nginx:latest} and {@code docker.io/library/nginx:latest}. */
    static final Spelling IMAGE = new Spelling() {
        @Override
        public Object meaning(Node said) {
            String name = said.toString();
            int slash = name.indexOf('/');
            String first = slash < 0 ? "" : name.substring(0, slash);
            boolean hosted = first.contains(".") || first.contains(":") || first.equals("localhost");
            String whole = hosted ? name : "docker.io/" + (slash < 0 ? "library/" : "") + name;
            boolean tagged = whole.indexOf(':', whole.lastIndexOf('/')) >= 0 || whole.contains("@");
            return tagged ? whole : whole + ":latest";
        }
    };

    /** Gives the API's word for a kind of service. */
    static String type(String kind) {
        return TYPES.get(kind);
    }

    /** Gives the Blueprint's word for a type of the API; the type itself where there is none. */
    static String kind(String type) {
        return TYPES.entrySet().stream()
                .filter(it -> it.getValue().equals(type))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(type);
    }

    static boolean isService(String kind) {
        return TYPES.containsKey(kind);
    }

    private static Spelling flag(String answer, Object on, Object off) {
        return new Spelling() {
            @Override
            public Node said(Node answered) {
                return ScalarNode.of(answered.toString().equals(answer) ? "enabled" : "disabled", null);
            }

            @Override
            public Node asked(Node wanted) {
                return ScalarNode.of(wanted.toString().equals("enabled") ? on : off, null);
            }
        };
    }

    private static Spelling plan(Map<String, String> byHardware) {
        return new Spelling() {
            @Override
            public Node said(Node answered) {
                String plan = answered.toString();
                boolean named = plan.startsWith("pro_") && !plan.matches("pro_[0-9].*") || plan.startsWith("starter_");
                return ScalarNode.of(plan.replace('_', named ? ' ' : '-'), null);
            }

            @Override
            public Node asked(Node wanted) {
                String plan = wanted.toString();
                boolean named = Character.isLetter(plan.charAt(0));
                return ScalarNode.of(named ? plan.replace(' ', '_').replace('-', '_') : plan, null);
            }

            @Override
            public Object meaning(Node said) {
                String plan = said.toString()
                        .toLowerCase(Locale.ROOT)
                        .replace(' ', '-')
                        .replace('_', '-');
                return byHardware.getOrDefault(plan, plan);
            }
        };
    }

    private static MapNode withoutEmpty(MapNode lists) {
        MapNode left = new MapNode(null);
        lists.entries().forEach((name, list) -> {
            if (list instanceof ListNode items && items.size() > 0) {
                left.put(name, list);
            }
        });
        return left;
    }

    private static ListNode renamed(ListNode entries, String from, String to) {
        ListNode renamed = new ListNode(null);
        for (Node entry : entries) {
            MapNode map = (MapNode) entry;
            renamed.add(new MapNode(null)
                    .put(to, map.getText(from).orElse(""))
                    .put("description", map.getText("description").orElse("")));
        }
        return renamed;
    }
}
