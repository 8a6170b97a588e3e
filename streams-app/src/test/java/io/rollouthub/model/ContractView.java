package io.rollouthub.model;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** §4: a contract's fold. */
public record ContractView(
        @Nullable LocalDate signed, @Nullable LocalDate terminated) {}
