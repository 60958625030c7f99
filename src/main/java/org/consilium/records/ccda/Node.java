package org.consilium.records.ccda;

/** A piece of an XML document. */
sealed interface Node permits Element, Text {}
