#pragma once

#include "models/date.h"
#include "models/units.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <concepts>
#include <optional>
#include <string>

namespace trestle::planfile {

/// Fills one table row by row: add every column from the left, then write.
class RowWriter {
public:
    RowWriter(SQLite::Database& db, const std::string& table);

    RowWriter& add(const std::string& text);
    RowWriter& add(const char* text); ///< a constant: not copied
    RowWriter& add(double number);
    template <std::integral T>
    RowWriter& add(T number)
    {
        return addInteger(static_cast<std::int64_t>(number));
    }
    RowWriter& add(Money amount) { return addInteger(amount.cents); } ///< in cents
    RowWriter& add(Date date);                                        ///< ISO 8601
    RowWriter& addNull();
    template <class T>
    RowWriter& add(const std::optional<T>& value)
    {
        return value ? add(*value) : addNull();
    }
    /// Three columns.
    template <class T>
    RowWriter& add(const PerCase<T>& value)
    {
        return add(value.low).add(value.likely).add(value.high);
    }
    void write();

private:
    RowWriter& addInteger(std::int64_t number);

    SQLite::Statement m_statement;
    int m_column = 0;
};

} // namespace trestle::planfile
