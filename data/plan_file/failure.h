#pragma once

#include "models/error.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <new>
#include <string>
#include <type_traits>
#include <utility>

struct sqlite3;

/// Errors inside the plan file's code travel as exceptions, beside those of SQLiteCpp, so that transactions and
/// half-built files undo themselves on the way. `guarded` stands at every public function and lets none out.
namespace trestle::planfile {

struct Failure {
    Error error;
};

[[noreturn]] void raise(ErrorCode code, std::string what, std::string where = {}, Detail fix = {});

template <class T>
T orRaise(Result<T> result)
{
    if (!result)
        throw Failure{std::move(result.error())};
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

/// Which side a system error is told from.
enum class Doing : std::uint8_t { reading, writing };

/// What an error of SQLite means for the file at `path`. `db` may be null; it holds the system's errno.
Error describe(const SQLite::Exception& failure, sqlite3* db, const std::string& path, Doing doing);
/// What an errno means for the file at `path`.
Error describeSystem(int systemError, const std::string& path, Doing doing);

/// Runs `body` and turns whatever it throws into an error.
template <class Body>
auto guarded(const std::string& path, Doing doing, sqlite3* db, Body&& body) -> Result<std::invoke_result_t<Body>>
{
    try {
        if constexpr (std::is_void_v<std::invoke_result_t<Body>>) {
            std::forward<Body>(body)();
            return {};
        } else {
            return std::forward<Body>(body)();
        }
    } catch (Failure& failure) {
        return std::unexpected(std::move(failure.error));
    } catch (const SQLite::Exception& failure) {
        return std::unexpected(describe(failure, db, path, doing));
    } catch (const std::bad_alloc&) {
        return std::unexpected(Error{ErrorCode::outOfMemory, path, {}, {}});
    } catch (const std::exception& failure) {
        return std::unexpected(Error{ErrorCode::internal, failure.what(), path, {}});
    }
}

} // namespace trestle::planfile
