#pragma once

#include <QString>

#include <functional>
#include <memory>
#include <optional>
#include <utility>

class QWidget;

namespace trestle {

/// Runs a job on another thread while the window goes on painting, without taking input; after half a second a dialog
/// says what is being waited for and lets the user stop waiting. False if so: the job then ends by itself, unheard.
bool waitForJob(QWidget* parent, const QString& text, std::function<void()> job);

/// The same for a job with a result.
template <class Value>
std::optional<Value> waitFor(QWidget* parent, const QString& text, std::function<Value()> job)
{
    const auto value = std::make_shared<std::optional<Value>>();
    if (!waitForJob(parent, text, [value, job = std::move(job)] { value->emplace(job()); }))
        return std::nullopt;
    return std::move(*value);
}

} // namespace trestle
