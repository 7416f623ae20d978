/** What a user writes against: the definition, its resources, their handles and the value types they are made of. */
package dev.davit;
