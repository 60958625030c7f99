package org.consilium.records.ccda;

/** Characters between tags. */
record Text(String characters) implements Node {}
