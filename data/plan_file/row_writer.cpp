#include "data/plan_file/row_writer.h"

#include "data/plan_file/failure.h"

namespace trestle::planfile {

namespace {

std::string insertInto(SQLite::Database& db, const std::string& table)
{
    const int columns = SQLite::Statement(db, "SELECT * FROM " + table).getColumnCount();
    std::string sql = "INSERT INTO " + table + " VALUES(?";
    for (int i = 1; i < columns; ++i)
        sql += ",?";
    return sql + ')';
}

} // namespace

RowWriter::RowWriter(SQLite::Database& db, const std::string& table) : m_statement(db, insertInto(db, table)) {}

RowWriter& RowWriter::add(const std::string& text)
{
    m_statement.bind(++m_column, text);
    return *this;
}

RowWriter& RowWriter::add(const char* text)
{
    m_statement.bindNoCopy(++m_column, text);
    return *this;
}

RowWriter& RowWriter::add(double number)
{
    m_statement.bind(++m_column, number);
    return *this;
}

RowWriter& RowWriter::addInteger(std::int64_t number)
{
    m_statement.bind(++m_column, number);
    return *this;
}

RowWriter& RowWriter::add(Date date)
{
    return add(isoDate(date));
}

RowWriter& RowWriter::addNull()
{
    m_statement.bind(++m_column);
    return *this;
}

void RowWriter::write()
{
    // A forgotten column would be NULL, or the row before's, without an error.
    if (m_column != m_statement.getBindParameterCount())
        raise(ErrorCode::internal, "columns of " + m_statement.getQuery());
    m_statement.exec();
    m_statement.reset();
    m_column = 0;
}

} // namespace trestle::planfile
