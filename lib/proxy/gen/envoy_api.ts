// Written by scripts/gen_envoy_api.ts. Do not edit.

/**
 * One message a line: its name, then its fields. After a field stand the message that it holds
 * (`:name`), `*` for a map with such values, `=` for what is written as it is.
 */
export const ENVOY_API = `
envoy.admin.v3.BootstrapConfigDump bootstrap:envoy.config.bootstrap.v3.Bootstrap last_updated
envoy.admin.v3.Certificate ca_cert:envoy.admin.v3.CertificateDetails cert_chain:envoy.admin.v3.CertificateDetails
envoy.admin.v3.CertificateDetails path serial_number subject_alt_names:envoy.admin.v3.SubjectAlternateName days_until_expiration valid_from expiration_time ocsp_details:envoy.admin.v3.CertificateDetails.OcspDetails
envoy.admin.v3.CertificateDetails.OcspDetails valid_from expiration
envoy.admin.v3.Certificates certificates:envoy.admin.v3.Certificate
envoy.admin.v3.ClusterStatus name added_via_api success_rate_ejection_threshold:envoy.type.v3.Percent host_statuses:envoy.admin.v3.HostStatus local_origin_success_rate_ejection_threshold:envoy.type.v3.Percent circuit_breakers:envoy.config.cluster.v3.CircuitBreakers observability_name eds_service_name
envoy.admin.v3.Clusters cluster_statuses:envoy.admin.v3.ClusterStatus
envoy.admin.v3.ClustersConfigDump version_info static_clusters:envoy.admin.v3.ClustersConfigDump.StaticCluster dynamic_active_clusters:envoy.admin.v3.ClustersConfigDump.DynamicCluster dynamic_warming_clusters:envoy.admin.v3.ClustersConfigDump.DynamicCluster
envoy.admin.v3.ClustersConfigDump.DynamicCluster version_info cluster:google.protobuf.Any last_updated error_state:envoy.admin.v3.UpdateFailureState client_status
envoy.admin.v3.ClustersConfigDump.StaticCluster cluster:google.protobuf.Any last_updated
envoy.admin.v3.CommandLineOptions base_id use_dynamic_base_id skip_hot_restart_on_no_parent skip_hot_restart_parent_stats base_id_path concurrency config_path config_yaml allow_unknown_static_fields reject_unknown_dynamic_fields ignore_unknown_dynamic_fields skip_deprecated_logs admin_address_path local_address_ip_version log_level component_log_level log_format log_format_escaped log_path service_cluster service_node service_zone file_flush_interval file_flush_min_size drain_time drain_strategy parent_shutdown_time mode disable_hot_restart enable_mutex_tracing restart_epoch cpuset_threads disabled_extensions enable_fine_grain_logging log_stacktrace_single_entry socket_path socket_mode enable_core_dump stats_tag
envoy.admin.v3.ConfigDump configs:google.protobuf.Any
envoy.admin.v3.EcdsConfigDump ecds_filters:envoy.admin.v3.EcdsConfigDump.EcdsFilterConfig
envoy.admin.v3.EcdsConfigDump.EcdsFilterConfig version_info ecds_filter:google.protobuf.Any last_updated error_state:envoy.admin.v3.UpdateFailureState client_status
envoy.admin.v3.EndpointsConfigDump static_endpoint_configs:envoy.admin.v3.EndpointsConfigDump.StaticEndpointConfig dynamic_endpoint_configs:envoy.admin.v3.EndpointsConfigDump.DynamicEndpointConfig
envoy.admin.v3.EndpointsConfigDump.DynamicEndpointConfig version_info endpoint_config:google.protobuf.Any last_updated error_state:envoy.admin.v3.UpdateFailureState client_status
envoy.admin.v3.EndpointsConfigDump.StaticEndpointConfig endpoint_config:google.protobuf.Any last_updated
envoy.admin.v3.HostHealthStatus failed_active_health_check failed_outlier_check failed_active_degraded_check pending_dynamic_removal pending_active_hc excluded_via_immediate_hc_fail active_hc_timeout failed_degraded_outlier_detection eds_health_status
envoy.admin.v3.HostStatus address:envoy.config.core.v3.Address stats:envoy.admin.v3.SimpleMetric health_status:envoy.admin.v3.HostHealthStatus success_rate:envoy.type.v3.Percent weight hostname priority local_origin_success_rate:envoy.type.v3.Percent locality:envoy.config.core.v3.Locality
envoy.admin.v3.ListenerStatus name local_address:envoy.config.core.v3.Address additional_local_addresses:envoy.config.core.v3.Address
envoy.admin.v3.Listeners listener_statuses:envoy.admin.v3.ListenerStatus
envoy.admin.v3.ListenersConfigDump version_info static_listeners:envoy.admin.v3.ListenersConfigDump.StaticListener dynamic_listeners:envoy.admin.v3.ListenersConfigDump.DynamicListener
envoy.admin.v3.ListenersConfigDump.DynamicListener name active_state:envoy.admin.v3.ListenersConfigDump.DynamicListenerState warming_state:envoy.admin.v3.ListenersConfigDump.DynamicListenerState draining_state:envoy.admin.v3.ListenersConfigDump.DynamicListenerState error_state:envoy.admin.v3.UpdateFailureState client_status
envoy.admin.v3.ListenersConfigDump.DynamicListenerState version_info listener:google.protobuf.Any last_updated
envoy.admin.v3.ListenersConfigDump.StaticListener listener:google.protobuf.Any last_updated
envoy.admin.v3.Memory allocated heap_size pageheap_unmapped pageheap_free total_thread_cache total_physical_bytes
envoy.admin.v3.MutexStats num_contentions current_wait_cycles lifetime_wait_cycles
envoy.admin.v3.RoutesConfigDump static_route_configs:envoy.admin.v3.RoutesConfigDump.StaticRouteConfig dynamic_route_configs:envoy.admin.v3.RoutesConfigDump.DynamicRouteConfig
envoy.admin.v3.RoutesConfigDump.DynamicRouteConfig version_info route_config:google.protobuf.Any last_updated error_state:envoy.admin.v3.UpdateFailureState client_status
envoy.admin.v3.RoutesConfigDump.StaticRouteConfig route_config:google.protobuf.Any last_updated
envoy.admin.v3.ScopedRoutesConfigDump inline_scoped_route_configs:envoy.admin.v3.ScopedRoutesConfigDump.InlineScopedRouteConfigs dynamic_scoped_route_configs:envoy.admin.v3.ScopedRoutesConfigDump.DynamicScopedRouteConfigs
envoy.admin.v3.ScopedRoutesConfigDump.DynamicScopedRouteConfigs name version_info scoped_route_configs:google.protobuf.Any last_updated error_state:envoy.admin.v3.UpdateFailureState client_status
envoy.admin.v3.ScopedRoutesConfigDump.InlineScopedRouteConfigs name scoped_route_configs:google.protobuf.Any last_updated
envoy.admin.v3.SecretsConfigDump static_secrets:envoy.admin.v3.SecretsConfigDump.StaticSecret dynamic_active_secrets:envoy.admin.v3.SecretsConfigDump.DynamicSecret dynamic_warming_secrets:envoy.admin.v3.SecretsConfigDump.DynamicSecret
envoy.admin.v3.SecretsConfigDump.DynamicSecret name version_info last_updated secret:google.protobuf.Any error_state:envoy.admin.v3.UpdateFailureState client_status
envoy.admin.v3.SecretsConfigDump.StaticSecret name last_updated secret:google.protobuf.Any
envoy.admin.v3.ServerInfo version state uptime_current_epoch uptime_all_epochs hot_restart_version command_line_options:envoy.admin.v3.CommandLineOptions node:envoy.config.core.v3.Node hot_restart_initializing
envoy.admin.v3.SimpleMetric type value name
envoy.admin.v3.SubjectAlternateName dns uri ip_address
envoy.admin.v3.TapRequest config_id tap_config:envoy.config.tap.v3.TapConfig
envoy.admin.v3.UnreadyTargetsDumps unready_targets_dumps:envoy.admin.v3.UnreadyTargetsDumps.UnreadyTargetsDump
envoy.admin.v3.UnreadyTargetsDumps.UnreadyTargetsDump name target_names
envoy.admin.v3.UpdateFailureState failed_configuration:google.protobuf.Any last_update_attempt details version_info
envoy.config.accesslog.v3.AccessLog name filter:envoy.config.accesslog.v3.AccessLogFilter typed_config:google.protobuf.Any
envoy.config.accesslog.v3.AccessLogFilter status_code_filter:envoy.config.accesslog.v3.StatusCodeFilter duration_filter:envoy.config.accesslog.v3.DurationFilter not_health_check_filter:envoy.config.accesslog.v3.NotHealthCheckFilter traceable_filter:envoy.config.accesslog.v3.TraceableFilter runtime_filter:envoy.config.accesslog.v3.RuntimeFilter and_filter:envoy.config.accesslog.v3.AndFilter or_filter:envoy.config.accesslog.v3.OrFilter header_filter:envoy.config.accesslog.v3.HeaderFilter response_flag_filter:envoy.config.accesslog.v3.ResponseFlagFilter grpc_status_filter:envoy.config.accesslog.v3.GrpcStatusFilter extension_filter:envoy.config.accesslog.v3.ExtensionFilter metadata_filter:envoy.config.accesslog.v3.MetadataFilter log_type_filter:envoy.config.accesslog.v3.LogTypeFilter
envoy.config.accesslog.v3.AndFilter filters:envoy.config.accesslog.v3.AccessLogFilter
envoy.config.accesslog.v3.ComparisonFilter op value:envoy.config.core.v3.RuntimeUInt32
envoy.config.accesslog.v3.DurationFilter comparison:envoy.config.accesslog.v3.ComparisonFilter
envoy.config.accesslog.v3.ExtensionFilter name typed_config:google.protobuf.Any
envoy.config.accesslog.v3.GrpcStatusFilter statuses exclude
envoy.config.accesslog.v3.HeaderFilter header:envoy.config.route.v3.HeaderMatcher
envoy.config.accesslog.v3.LogTypeFilter types exclude
envoy.config.accesslog.v3.MetadataFilter matcher:envoy.type.matcher.v3.MetadataMatcher match_if_key_not_found
envoy.config.accesslog.v3.NotHealthCheckFilter
envoy.config.accesslog.v3.OrFilter filters:envoy.config.accesslog.v3.AccessLogFilter
envoy.config.accesslog.v3.ResponseFlagFilter flags
envoy.config.accesslog.v3.RuntimeFilter runtime_key percent_sampled:envoy.type.v3.FractionalPercent use_independent_randomness
envoy.config.accesslog.v3.StatusCodeFilter comparison:envoy.config.accesslog.v3.ComparisonFilter
envoy.config.accesslog.v3.TraceableFilter
envoy.config.bootstrap.v3.Admin access_log:envoy.config.accesslog.v3.AccessLog access_log_path profile_path address:envoy.config.core.v3.Address socket_options:envoy.config.core.v3.SocketOption ignore_global_conn_limit allow_paths:envoy.type.matcher.v3.StringMatcher
envoy.config.bootstrap.v3.ApiListenerManager threading_model
envoy.config.bootstrap.v3.Bootstrap node:envoy.config.core.v3.Node node_context_params static_resources:envoy.config.bootstrap.v3.Bootstrap.StaticResources dynamic_resources:envoy.config.bootstrap.v3.Bootstrap.DynamicResources cluster_manager:envoy.config.bootstrap.v3.ClusterManager hds_config:envoy.config.core.v3.ApiConfigSource flags_path stats_sinks:envoy.config.metrics.v3.StatsSink deferred_stat_options:envoy.config.bootstrap.v3.Bootstrap.DeferredStatOptions stats_config:envoy.config.metrics.v3.StatsConfig stats_flush_interval stats_flush_on_admin stats_eviction_interval watchdog:envoy.config.bootstrap.v3.Watchdog watchdogs:envoy.config.bootstrap.v3.Watchdogs tracing:envoy.config.trace.v3.Tracing layered_runtime:envoy.config.bootstrap.v3.LayeredRuntime admin:envoy.config.bootstrap.v3.Admin overload_manager:envoy.config.overload.v3.OverloadManager enable_dispatcher_stats header_prefix stats_server_version_override use_tcp_for_dns_lookups dns_resolution_config:envoy.config.core.v3.DnsResolutionConfig typed_dns_resolver_config:envoy.config.core.v3.TypedExtensionConfig bootstrap_extensions:envoy.config.core.v3.TypedExtensionConfig fatal_actions:envoy.config.bootstrap.v3.FatalAction config_sources:envoy.config.core.v3.ConfigSource default_config_source:envoy.config.core.v3.ConfigSource default_socket_interface certificate_provider_instances*:envoy.config.core.v3.TypedExtensionConfig inline_headers:envoy.config.bootstrap.v3.CustomInlineHeader perf_tracing_file_path default_regex_engine:envoy.config.core.v3.TypedExtensionConfig xds_delegate_extension:envoy.config.core.v3.TypedExtensionConfig xds_config_tracker_extension:envoy.config.core.v3.TypedExtensionConfig listener_manager:envoy.config.core.v3.TypedExtensionConfig application_log_config:envoy.config.bootstrap.v3.Bootstrap.ApplicationLogConfig grpc_async_client_manager_config:envoy.config.bootstrap.v3.Bootstrap.GrpcAsyncClientManagerConfig memory_allocator_manager:envoy.config.bootstrap.v3.MemoryAllocatorManager enable_worker_cpu_affinity
envoy.config.bootstrap.v3.Bootstrap.ApplicationLogConfig log_format:envoy.config.bootstrap.v3.Bootstrap.ApplicationLogConfig.LogFormat
envoy.config.bootstrap.v3.Bootstrap.ApplicationLogConfig.LogFormat json_format= text_format
envoy.config.bootstrap.v3.Bootstrap.DeferredStatOptions enable_deferred_creation_stats
envoy.config.bootstrap.v3.Bootstrap.DynamicResources lds_config:envoy.config.core.v3.ConfigSource lds_resources_locator cds_config:envoy.config.core.v3.ConfigSource cds_resources_locator ads_config:envoy.config.core.v3.ApiConfigSource
envoy.config.bootstrap.v3.Bootstrap.GrpcAsyncClientManagerConfig max_cached_entry_idle_duration
envoy.config.bootstrap.v3.Bootstrap.StaticResources listeners:envoy.config.listener.v3.Listener clusters:envoy.config.cluster.v3.Cluster secrets:envoy.extensions.transport_sockets.tls.v3.Secret
envoy.config.bootstrap.v3.ClusterManager local_cluster_name outlier_detection:envoy.config.bootstrap.v3.ClusterManager.OutlierDetection upstream_bind_config:envoy.config.core.v3.BindConfig load_stats_config:envoy.config.core.v3.ApiConfigSource enable_deferred_cluster_creation
envoy.config.bootstrap.v3.ClusterManager.OutlierDetection event_log_path event_service:envoy.config.core.v3.EventServiceConfig
envoy.config.bootstrap.v3.CustomInlineHeader inline_header_name inline_header_type
envoy.config.bootstrap.v3.FatalAction config:envoy.config.core.v3.TypedExtensionConfig
envoy.config.bootstrap.v3.LayeredRuntime layers:envoy.config.bootstrap.v3.RuntimeLayer
envoy.config.bootstrap.v3.ListenerManager
envoy.config.bootstrap.v3.MemoryAllocatorManager bytes_to_release memory_release_interval soft_memory_limit_bytes max_per_cpu_cache_size_bytes max_unfreed_memory_bytes
envoy.config.bootstrap.v3.Runtime symlink_root subdirectory override_subdirectory base=
envoy.config.bootstrap.v3.RuntimeLayer name static_layer= disk_layer:envoy.config.bootstrap.v3.RuntimeLayer.DiskLayer admin_layer:envoy.config.bootstrap.v3.RuntimeLayer.AdminLayer rtds_layer:envoy.config.bootstrap.v3.RuntimeLayer.RtdsLayer
envoy.config.bootstrap.v3.RuntimeLayer.AdminLayer
envoy.config.bootstrap.v3.RuntimeLayer.DiskLayer symlink_root subdirectory append_service_cluster
envoy.config.bootstrap.v3.RuntimeLayer.RtdsLayer name rtds_config:envoy.config.core.v3.ConfigSource
envoy.config.bootstrap.v3.ValidationListenerManager
envoy.config.bootstrap.v3.Watchdog actions:envoy.config.bootstrap.v3.Watchdog.WatchdogAction miss_timeout megamiss_timeout kill_timeout max_kill_timeout_jitter multikill_timeout multikill_threshold:envoy.type.v3.Percent
envoy.config.bootstrap.v3.Watchdog.WatchdogAction config:envoy.config.core.v3.TypedExtensionConfig event
envoy.config.bootstrap.v3.Watchdogs main_thread_watchdog:envoy.config.bootstrap.v3.Watchdog worker_watchdog:envoy.config.bootstrap.v3.Watchdog
envoy.config.cluster.v3.CircuitBreakers thresholds:envoy.config.cluster.v3.CircuitBreakers.Thresholds per_host_thresholds:envoy.config.cluster.v3.CircuitBreakers.Thresholds
envoy.config.cluster.v3.CircuitBreakers.Thresholds priority max_connections max_pending_requests max_requests max_retries retry_budget:envoy.config.cluster.v3.CircuitBreakers.Thresholds.RetryBudget track_remaining max_connection_pools
envoy.config.cluster.v3.CircuitBreakers.Thresholds.RetryBudget budget_percent:envoy.type.v3.Percent budget_interval min_retry_concurrency
envoy.config.cluster.v3.Cluster transport_socket_matches:envoy.config.cluster.v3.Cluster.TransportSocketMatch transport_socket_matcher:xds.type.matcher.v3.Matcher name alt_stat_name stats_matcher:envoy.config.metrics.v3.StatsMatcher type cluster_type:envoy.config.cluster.v3.Cluster.CustomClusterType eds_cluster_config:envoy.config.cluster.v3.Cluster.EdsClusterConfig connect_timeout per_connection_buffer_limit_bytes per_connection_buffer_high_watermark_timeout lb_policy load_assignment:envoy.config.endpoint.v3.ClusterLoadAssignment health_checks:envoy.config.core.v3.HealthCheck max_requests_per_connection circuit_breakers:envoy.config.cluster.v3.CircuitBreakers upstream_http_protocol_options:envoy.config.core.v3.UpstreamHttpProtocolOptions common_http_protocol_options:envoy.config.core.v3.HttpProtocolOptions http_protocol_options:envoy.config.core.v3.Http1ProtocolOptions http2_protocol_options:envoy.config.core.v3.Http2ProtocolOptions typed_extension_protocol_options*:google.protobuf.Any dns_refresh_rate dns_jitter dns_failure_refresh_rate:envoy.config.cluster.v3.Cluster.RefreshRate respect_dns_ttl dns_lookup_family dns_resolvers:envoy.config.core.v3.Address use_tcp_for_dns_lookups dns_resolution_config:envoy.config.core.v3.DnsResolutionConfig typed_dns_resolver_config:envoy.config.core.v3.TypedExtensionConfig wait_for_warm_on_init outlier_detection:envoy.config.cluster.v3.OutlierDetection cleanup_interval upstream_bind_config:envoy.config.core.v3.BindConfig lb_subset_config:envoy.config.cluster.v3.Cluster.LbSubsetConfig ring_hash_lb_config:envoy.config.cluster.v3.Cluster.RingHashLbConfig maglev_lb_config:envoy.config.cluster.v3.Cluster.MaglevLbConfig original_dst_lb_config:envoy.config.cluster.v3.Cluster.OriginalDstLbConfig least_request_lb_config:envoy.config.cluster.v3.Cluster.LeastRequestLbConfig round_robin_lb_config:envoy.config.cluster.v3.Cluster.RoundRobinLbConfig common_lb_config:envoy.config.cluster.v3.Cluster.CommonLbConfig transport_socket:envoy.config.core.v3.TransportSocket metadata:envoy.config.core.v3.Metadata protocol_selection upstream_connection_options:envoy.config.cluster.v3.UpstreamConnectionOptions close_connections_on_host_health_failure ignore_health_on_host_removal filters:envoy.config.cluster.v3.Filter load_balancing_policy:envoy.config.cluster.v3.LoadBalancingPolicy lrs_server:envoy.config.core.v3.ConfigSource lrs_report_endpoint_metrics track_timeout_budgets upstream_config:envoy.config.core.v3.TypedExtensionConfig track_cluster_stats:envoy.config.cluster.v3.TrackClusterStats preconnect_policy:envoy.config.cluster.v3.Cluster.PreconnectPolicy connection_pool_per_downstream_connection queuing_policies:envoy.config.cluster.v3.Cluster.QueuingPolicies
envoy.config.cluster.v3.Cluster.CommonLbConfig healthy_panic_threshold:envoy.type.v3.Percent zone_aware_lb_config:envoy.config.cluster.v3.Cluster.CommonLbConfig.ZoneAwareLbConfig locality_weighted_lb_config:envoy.config.cluster.v3.Cluster.CommonLbConfig.LocalityWeightedLbConfig update_merge_window ignore_new_hosts_until_first_hc close_connections_on_host_set_change consistent_hashing_lb_config:envoy.config.cluster.v3.Cluster.CommonLbConfig.ConsistentHashingLbConfig override_host_status:envoy.config.core.v3.HealthStatusSet
envoy.config.cluster.v3.Cluster.CommonLbConfig.ConsistentHashingLbConfig use_hostname_for_hashing hash_balance_factor
envoy.config.cluster.v3.Cluster.CommonLbConfig.LocalityWeightedLbConfig
envoy.config.cluster.v3.Cluster.CommonLbConfig.ZoneAwareLbConfig routing_enabled:envoy.type.v3.Percent min_cluster_size fail_traffic_on_panic
envoy.config.cluster.v3.Cluster.CustomClusterType name typed_config:google.protobuf.Any
envoy.config.cluster.v3.Cluster.EdsClusterConfig eds_config:envoy.config.core.v3.ConfigSource service_name
envoy.config.cluster.v3.Cluster.LbSubsetConfig fallback_policy default_subset= subset_selectors:envoy.config.cluster.v3.Cluster.LbSubsetConfig.LbSubsetSelector locality_weight_aware scale_locality_weight panic_mode_any list_as_any metadata_fallback_policy
envoy.config.cluster.v3.Cluster.LbSubsetConfig.LbSubsetSelector keys single_host_per_subset fallback_policy fallback_keys_subset
envoy.config.cluster.v3.Cluster.LeastRequestLbConfig choice_count active_request_bias:envoy.config.core.v3.RuntimeDouble slow_start_config:envoy.config.cluster.v3.Cluster.SlowStartConfig
envoy.config.cluster.v3.Cluster.MaglevLbConfig table_size
envoy.config.cluster.v3.Cluster.OriginalDstLbConfig use_http_header http_header_name upstream_port_override metadata_key:envoy.type.metadata.v3.MetadataKey
envoy.config.cluster.v3.Cluster.PreconnectPolicy per_upstream_preconnect_ratio predictive_preconnect_ratio preconnect_enabled_metadata:envoy.type.matcher.v3.MetadataMatcher
envoy.config.cluster.v3.Cluster.QueuingPolicies pending_rq_policy:envoy.config.core.v3.TypedExtensionConfig
envoy.config.cluster.v3.Cluster.RefreshRate base_interval max_interval
envoy.config.cluster.v3.Cluster.RingHashLbConfig minimum_ring_size hash_function maximum_ring_size
envoy.config.cluster.v3.Cluster.RoundRobinLbConfig slow_start_config:envoy.config.cluster.v3.Cluster.SlowStartConfig
envoy.config.cluster.v3.Cluster.SlowStartConfig slow_start_window aggression:envoy.config.core.v3.RuntimeDouble min_weight_percent:envoy.type.v3.Percent
envoy.config.cluster.v3.Cluster.TransportSocketMatch name match= transport_socket:envoy.config.core.v3.TransportSocket
envoy.config.cluster.v3.ClusterCollection entries:xds.core.v3.CollectionEntry
envoy.config.cluster.v3.Filter name typed_config:google.protobuf.Any config_discovery:envoy.config.core.v3.ExtensionConfigSource
envoy.config.cluster.v3.LoadBalancingPolicy policies:envoy.config.cluster.v3.LoadBalancingPolicy.Policy
envoy.config.cluster.v3.LoadBalancingPolicy.Policy typed_extension_config:envoy.config.core.v3.TypedExtensionConfig
envoy.config.cluster.v3.OutlierDetection consecutive_5xx interval base_ejection_time max_ejection_percent enforcing_consecutive_5xx enforcing_success_rate success_rate_minimum_hosts success_rate_request_volume success_rate_stdev_factor consecutive_gateway_failure enforcing_consecutive_gateway_failure split_external_local_origin_errors consecutive_local_origin_failure enforcing_consecutive_local_origin_failure enforcing_local_origin_success_rate failure_percentage_threshold enforcing_failure_percentage enforcing_failure_percentage_local_origin failure_percentage_minimum_hosts failure_percentage_request_volume max_ejection_time max_ejection_time_jitter successful_active_health_check_uneject_host monitors:envoy.config.core.v3.TypedExtensionConfig always_eject_one_host detect_degraded_hosts
envoy.config.cluster.v3.TrackClusterStats timeout_budgets request_response_sizes per_endpoint_stats
envoy.config.cluster.v3.UpstreamConnectionOptions tcp_keepalive:envoy.config.core.v3.TcpKeepalive set_local_interface_name_on_upstream_connections happy_eyeballs_config:envoy.config.cluster.v3.UpstreamConnectionOptions.HappyEyeballsConfig
envoy.config.cluster.v3.UpstreamConnectionOptions.HappyEyeballsConfig first_address_family_version first_address_family_count
envoy.config.common.key_value.v3.KeyValueStoreConfig config:envoy.config.core.v3.TypedExtensionConfig
envoy.config.common.matcher.v3.HttpGenericBodyMatch bytes_limit patterns:envoy.config.common.matcher.v3.HttpGenericBodyMatch.GenericTextMatch
envoy.config.common.matcher.v3.HttpGenericBodyMatch.GenericTextMatch string_match binary_match
envoy.config.common.matcher.v3.HttpHeadersMatch headers:envoy.config.route.v3.HeaderMatcher
envoy.config.common.matcher.v3.MatchPredicate or_match:envoy.config.common.matcher.v3.MatchPredicate.MatchSet and_match:envoy.config.common.matcher.v3.MatchPredicate.MatchSet not_match:envoy.config.common.matcher.v3.MatchPredicate any_match http_request_headers_match:envoy.config.common.matcher.v3.HttpHeadersMatch http_request_trailers_match:envoy.config.common.matcher.v3.HttpHeadersMatch http_response_headers_match:envoy.config.common.matcher.v3.HttpHeadersMatch http_response_trailers_match:envoy.config.common.matcher.v3.HttpHeadersMatch http_request_generic_body_match:envoy.config.common.matcher.v3.HttpGenericBodyMatch http_response_generic_body_match:envoy.config.common.matcher.v3.HttpGenericBodyMatch
envoy.config.common.matcher.v3.MatchPredicate.MatchSet rules:envoy.config.common.matcher.v3.MatchPredicate
envoy.config.common.matcher.v3.Matcher matcher_list:envoy.config.common.matcher.v3.Matcher.MatcherList matcher_tree:envoy.config.common.matcher.v3.Matcher.MatcherTree on_no_match:envoy.config.common.matcher.v3.Matcher.OnMatch
envoy.config.common.matcher.v3.Matcher.MatcherList matchers:envoy.config.common.matcher.v3.Matcher.MatcherList.FieldMatcher
envoy.config.common.matcher.v3.Matcher.MatcherList.FieldMatcher predicate:envoy.config.common.matcher.v3.Matcher.MatcherList.Predicate on_match:envoy.config.common.matcher.v3.Matcher.OnMatch
envoy.config.common.matcher.v3.Matcher.MatcherList.Predicate single_predicate:envoy.config.common.matcher.v3.Matcher.MatcherList.Predicate.SinglePredicate or_matcher:envoy.config.common.matcher.v3.Matcher.MatcherList.Predicate.PredicateList and_matcher:envoy.config.common.matcher.v3.Matcher.MatcherList.Predicate.PredicateList not_matcher:envoy.config.common.matcher.v3.Matcher.MatcherList.Predicate
envoy.config.common.matcher.v3.Matcher.MatcherList.Predicate.PredicateList predicate:envoy.config.common.matcher.v3.Matcher.MatcherList.Predicate
envoy.config.common.matcher.v3.Matcher.MatcherList.Predicate.SinglePredicate input:envoy.config.core.v3.TypedExtensionConfig value_match:envoy.type.matcher.v3.StringMatcher custom_match:envoy.config.core.v3.TypedExtensionConfig
envoy.config.common.matcher.v3.Matcher.MatcherTree input:envoy.config.core.v3.TypedExtensionConfig exact_match_map:envoy.config.common.matcher.v3.Matcher.MatcherTree.MatchMap prefix_match_map:envoy.config.common.matcher.v3.Matcher.MatcherTree.MatchMap custom_match:envoy.config.core.v3.TypedExtensionConfig
envoy.config.common.matcher.v3.Matcher.MatcherTree.MatchMap map*:envoy.config.common.matcher.v3.Matcher.OnMatch
envoy.config.common.matcher.v3.Matcher.OnMatch matcher:envoy.config.common.matcher.v3.Matcher action:envoy.config.core.v3.TypedExtensionConfig keep_matching
envoy.config.common.mutation_rules.v3.HeaderMutation remove append:envoy.config.core.v3.HeaderValueOption remove_on_match:envoy.config.common.mutation_rules.v3.HeaderMutation.RemoveOnMatch
envoy.config.common.mutation_rules.v3.HeaderMutation.RemoveOnMatch key_matcher:envoy.type.matcher.v3.StringMatcher
envoy.config.common.mutation_rules.v3.HeaderMutationRules allow_all_routing allow_envoy disallow_system disallow_all allow_expression:envoy.type.matcher.v3.RegexMatcher disallow_expression:envoy.type.matcher.v3.RegexMatcher disallow_is_error
envoy.config.core.v3.Address socket_address:envoy.config.core.v3.SocketAddress pipe:envoy.config.core.v3.Pipe envoy_internal_address:envoy.config.core.v3.EnvoyInternalAddress
envoy.config.core.v3.AggregatedConfigSource
envoy.config.core.v3.AlternateProtocolsCacheOptions name max_entries key_value_store_config:envoy.config.core.v3.TypedExtensionConfig prepopulated_entries:envoy.config.core.v3.AlternateProtocolsCacheOptions.AlternateProtocolsCacheEntry canonical_suffixes
envoy.config.core.v3.AlternateProtocolsCacheOptions.AlternateProtocolsCacheEntry hostname port
envoy.config.core.v3.ApiConfigSource api_type transport_api_version cluster_names grpc_services:envoy.config.core.v3.GrpcService refresh_delay request_timeout rate_limit_settings:envoy.config.core.v3.RateLimitSettings set_node_on_first_message_only config_validators:envoy.config.core.v3.TypedExtensionConfig
envoy.config.core.v3.AsyncDataSource local:envoy.config.core.v3.DataSource remote:envoy.config.core.v3.RemoteDataSource
envoy.config.core.v3.BackoffStrategy base_interval max_interval
envoy.config.core.v3.BindConfig source_address:envoy.config.core.v3.SocketAddress freebind socket_options:envoy.config.core.v3.SocketOption extra_source_addresses:envoy.config.core.v3.ExtraSourceAddress additional_source_addresses:envoy.config.core.v3.SocketAddress local_address_selector:envoy.config.core.v3.TypedExtensionConfig validate_network_namespaces
envoy.config.core.v3.BuildVersion version:envoy.type.v3.SemanticVersion metadata=
envoy.config.core.v3.CelExpressionConfig enable_string_conversion enable_string_concat enable_string_functions
envoy.config.core.v3.CidrRange address_prefix prefix_len
envoy.config.core.v3.ConfigSource authorities:xds.core.v3.Authority path path_config_source:envoy.config.core.v3.PathConfigSource api_config_source:envoy.config.core.v3.ApiConfigSource ads:envoy.config.core.v3.AggregatedConfigSource self:envoy.config.core.v3.SelfConfigSource initial_fetch_timeout resource_api_version
envoy.config.core.v3.ControlPlane identifier
envoy.config.core.v3.DataSource filename inline_bytes inline_string environment_variable watched_directory:envoy.config.core.v3.WatchedDirectory
envoy.config.core.v3.DnsResolutionConfig resolvers:envoy.config.core.v3.Address dns_resolver_options:envoy.config.core.v3.DnsResolverOptions
envoy.config.core.v3.DnsResolverOptions use_tcp_for_dns_lookups no_default_search_domain
envoy.config.core.v3.EnvoyInternalAddress server_listener_name endpoint_id
envoy.config.core.v3.EventServiceConfig grpc_service:envoy.config.core.v3.GrpcService
envoy.config.core.v3.Extension name category type_descriptor version:envoy.config.core.v3.BuildVersion disabled type_urls
envoy.config.core.v3.ExtensionConfigSource config_source:envoy.config.core.v3.ConfigSource default_config:google.protobuf.Any apply_default_config_without_warming type_urls
envoy.config.core.v3.ExtraSourceAddress address:envoy.config.core.v3.SocketAddress socket_options:envoy.config.core.v3.SocketOptionsOverride
envoy.config.core.v3.GrpcMethodList services:envoy.config.core.v3.GrpcMethodList.Service
envoy.config.core.v3.GrpcMethodList.Service name method_names
envoy.config.core.v3.GrpcProtocolOptions http2_protocol_options:envoy.config.core.v3.Http2ProtocolOptions
envoy.config.core.v3.GrpcService envoy_grpc:envoy.config.core.v3.GrpcService.EnvoyGrpc google_grpc:envoy.config.core.v3.GrpcService.GoogleGrpc timeout initial_metadata:envoy.config.core.v3.HeaderValue retry_policy:envoy.config.core.v3.RetryPolicy
envoy.config.core.v3.GrpcService.EnvoyGrpc cluster_name authority retry_policy:envoy.config.core.v3.RetryPolicy max_receive_message_length skip_envoy_headers
envoy.config.core.v3.GrpcService.GoogleGrpc target_uri channel_credentials:envoy.config.core.v3.GrpcService.GoogleGrpc.ChannelCredentials channel_credentials_plugin:google.protobuf.Any call_credentials:envoy.config.core.v3.GrpcService.GoogleGrpc.CallCredentials call_credentials_plugin:google.protobuf.Any stat_prefix credentials_factory_name config= per_stream_buffer_limit_bytes channel_args:envoy.config.core.v3.GrpcService.GoogleGrpc.ChannelArgs
envoy.config.core.v3.GrpcService.GoogleGrpc.CallCredentials access_token google_compute_engine google_refresh_token service_account_jwt_access:envoy.config.core.v3.GrpcService.GoogleGrpc.CallCredentials.ServiceAccountJWTAccessCredentials google_iam:envoy.config.core.v3.GrpcService.GoogleGrpc.CallCredentials.GoogleIAMCredentials from_plugin:envoy.config.core.v3.GrpcService.GoogleGrpc.CallCredentials.MetadataCredentialsFromPlugin sts_service:envoy.config.core.v3.GrpcService.GoogleGrpc.CallCredentials.StsService
envoy.config.core.v3.GrpcService.GoogleGrpc.CallCredentials.GoogleIAMCredentials authorization_token authority_selector
envoy.config.core.v3.GrpcService.GoogleGrpc.CallCredentials.MetadataCredentialsFromPlugin name typed_config:google.protobuf.Any
envoy.config.core.v3.GrpcService.GoogleGrpc.CallCredentials.ServiceAccountJWTAccessCredentials json_key token_lifetime_seconds
envoy.config.core.v3.GrpcService.GoogleGrpc.CallCredentials.StsService token_exchange_service_uri resource audience scope requested_token_type subject_token_path subject_token_type actor_token_path actor_token_type
envoy.config.core.v3.GrpcService.GoogleGrpc.ChannelArgs args*:envoy.config.core.v3.GrpcService.GoogleGrpc.ChannelArgs.Value
envoy.config.core.v3.GrpcService.GoogleGrpc.ChannelArgs.Value string_value int_value
envoy.config.core.v3.GrpcService.GoogleGrpc.ChannelCredentials ssl_credentials:envoy.config.core.v3.GrpcService.GoogleGrpc.SslCredentials google_default local_credentials:envoy.config.core.v3.GrpcService.GoogleGrpc.GoogleLocalCredentials
envoy.config.core.v3.GrpcService.GoogleGrpc.GoogleLocalCredentials
envoy.config.core.v3.GrpcService.GoogleGrpc.SslCredentials root_certs:envoy.config.core.v3.DataSource private_key:envoy.config.core.v3.DataSource cert_chain:envoy.config.core.v3.DataSource
envoy.config.core.v3.HeaderMap headers:envoy.config.core.v3.HeaderValue
envoy.config.core.v3.HeaderValue key value raw_value
envoy.config.core.v3.HeaderValueOption header:envoy.config.core.v3.HeaderValue append append_action keep_empty_value
envoy.config.core.v3.HealthCheck name timeout interval initial_jitter interval_jitter interval_jitter_percent unhealthy_threshold healthy_threshold alt_port reuse_connection http_health_check:envoy.config.core.v3.HealthCheck.HttpHealthCheck tcp_health_check:envoy.config.core.v3.HealthCheck.TcpHealthCheck grpc_health_check:envoy.config.core.v3.HealthCheck.GrpcHealthCheck custom_health_check:envoy.config.core.v3.HealthCheck.CustomHealthCheck no_traffic_interval no_traffic_healthy_interval unhealthy_interval unhealthy_edge_interval healthy_edge_interval event_log_path event_logger:envoy.config.core.v3.TypedExtensionConfig event_service:envoy.config.core.v3.EventServiceConfig always_log_health_check_failures always_log_health_check_success tls_options:envoy.config.core.v3.HealthCheck.TlsOptions transport_socket_match_criteria=
envoy.config.core.v3.HealthCheck.CustomHealthCheck name typed_config:google.protobuf.Any
envoy.config.core.v3.HealthCheck.GrpcHealthCheck service_name authority initial_metadata:envoy.config.core.v3.HeaderValueOption
envoy.config.core.v3.HealthCheck.HttpHealthCheck host path send:envoy.config.core.v3.HealthCheck.Payload receive:envoy.config.core.v3.HealthCheck.Payload response_buffer_size request_headers_to_add:envoy.config.core.v3.HeaderValueOption request_headers_to_remove expected_statuses:envoy.type.v3.Int64Range retriable_statuses:envoy.type.v3.Int64Range codec_client_type use_alpn_protocol service_name_matcher:envoy.type.matcher.v3.StringMatcher method
envoy.config.core.v3.HealthCheck.Payload text binary
envoy.config.core.v3.HealthCheck.RedisHealthCheck key
envoy.config.core.v3.HealthCheck.TcpHealthCheck send:envoy.config.core.v3.HealthCheck.Payload receive:envoy.config.core.v3.HealthCheck.Payload proxy_protocol_config:envoy.config.core.v3.ProxyProtocolConfig
envoy.config.core.v3.HealthCheck.TlsOptions alpn_protocols
envoy.config.core.v3.HealthStatusSet statuses
envoy.config.core.v3.Http1ProtocolOptions allow_absolute_url accept_http_10 default_host_for_http_10 header_key_format:envoy.config.core.v3.Http1ProtocolOptions.HeaderKeyFormat enable_trailers allow_chunked_length override_stream_error_on_invalid_http_message send_fully_qualified_url use_balsa_parser allow_custom_methods ignore_http_11_upgrade:envoy.type.matcher.v3.StringMatcher
envoy.config.core.v3.Http1ProtocolOptions.HeaderKeyFormat proper_case_words:envoy.config.core.v3.Http1ProtocolOptions.HeaderKeyFormat.ProperCaseWords stateful_formatter:envoy.config.core.v3.TypedExtensionConfig
envoy.config.core.v3.Http1ProtocolOptions.HeaderKeyFormat.ProperCaseWords
envoy.config.core.v3.Http2ProtocolOptions hpack_table_size max_concurrent_streams initial_stream_window_size initial_connection_window_size allow_connect allow_metadata max_outbound_frames max_outbound_control_frames max_consecutive_inbound_frames_with_empty_payload max_inbound_priority_frames_per_stream max_inbound_window_update_frames_per_data_frame_sent stream_error_on_invalid_http_messaging override_stream_error_on_invalid_http_message custom_settings_parameters:envoy.config.core.v3.Http2ProtocolOptions.SettingsParameter connection_keepalive:envoy.config.core.v3.KeepaliveSettings use_oghttp2_codec max_metadata_size enable_huffman_encoding max_header_field_size_kb disallow_obs_text stream_reset_burst stream_reset_rate
envoy.config.core.v3.Http2ProtocolOptions.SettingsParameter identifier value
envoy.config.core.v3.Http3ProtocolOptions quic_protocol_options:envoy.config.core.v3.QuicProtocolOptions override_stream_error_on_invalid_http_message allow_extended_connect allow_metadata disable_qpack disable_connection_flow_control_for_streams disallow_obs_text
envoy.config.core.v3.HttpProtocolOptions idle_timeout max_connection_duration max_connection_duration_jitter:envoy.type.v3.Percent max_headers_count max_response_headers_kb max_stream_duration headers_with_underscores_action max_requests_per_connection
envoy.config.core.v3.HttpService http_uri:envoy.config.core.v3.HttpUri request_headers_to_add:envoy.config.core.v3.HeaderValueOption formatters:envoy.config.core.v3.TypedExtensionConfig
envoy.config.core.v3.HttpUri uri cluster timeout
envoy.config.core.v3.JsonFormatOptions sort_properties
envoy.config.core.v3.KeepaliveSettings interval timeout interval_jitter:envoy.type.v3.Percent connection_idle_interval
envoy.config.core.v3.KeyValue key value
envoy.config.core.v3.KeyValueAppend record:envoy.config.core.v3.KeyValuePair entry:envoy.config.core.v3.KeyValue action
envoy.config.core.v3.KeyValueMutation append:envoy.config.core.v3.KeyValueAppend remove
envoy.config.core.v3.KeyValuePair key value=
envoy.config.core.v3.Locality region zone sub_zone
envoy.config.core.v3.Metadata filter_metadata*= typed_filter_metadata*:google.protobuf.Any
envoy.config.core.v3.Node id cluster metadata= dynamic_parameters*:xds.core.v3.ContextParams locality:envoy.config.core.v3.Locality user_agent_name user_agent_version user_agent_build_version:envoy.config.core.v3.BuildVersion extensions:envoy.config.core.v3.Extension client_features listening_addresses:envoy.config.core.v3.Address
envoy.config.core.v3.PathConfigSource path watched_directory:envoy.config.core.v3.WatchedDirectory poll_interval
envoy.config.core.v3.PerHostConfig added_tlvs:envoy.config.core.v3.TlvEntry
envoy.config.core.v3.Pipe path mode
envoy.config.core.v3.ProxyProtocolConfig version pass_through_tlvs:envoy.config.core.v3.ProxyProtocolPassThroughTLVs added_tlvs:envoy.config.core.v3.TlvEntry
envoy.config.core.v3.ProxyProtocolPassThroughTLVs match_type tlv_type
envoy.config.core.v3.QueryParameter key value
envoy.config.core.v3.QuicKeepAliveSettings max_interval initial_interval
envoy.config.core.v3.QuicProtocolOptions max_concurrent_streams initial_stream_window_size initial_connection_window_size num_timeouts_to_trigger_port_migration connection_keepalive:envoy.config.core.v3.QuicKeepAliveSettings connection_options client_connection_options idle_network_timeout max_packet_length client_packet_writer:envoy.config.core.v3.TypedExtensionConfig connection_migration:envoy.config.core.v3.QuicProtocolOptions.ConnectionMigrationSettings memory_reduction_timeout enable_scone
envoy.config.core.v3.QuicProtocolOptions.ConnectionMigrationSettings migrate_idle_connections:envoy.config.core.v3.QuicProtocolOptions.ConnectionMigrationSettings.MigrateIdleConnectionSettings max_time_on_non_default_network
envoy.config.core.v3.QuicProtocolOptions.ConnectionMigrationSettings.MigrateIdleConnectionSettings max_idle_time_before_migration
envoy.config.core.v3.RateLimitSettings max_tokens fill_rate
envoy.config.core.v3.RemoteDataSource http_uri:envoy.config.core.v3.HttpUri sha256 retry_policy:envoy.config.core.v3.RetryPolicy
envoy.config.core.v3.RetryPolicy retry_back_off:envoy.config.core.v3.BackoffStrategy num_retries retry_on retry_priority:envoy.config.core.v3.RetryPolicy.RetryPriority retry_host_predicate:envoy.config.core.v3.RetryPolicy.RetryHostPredicate host_selection_retry_max_attempts
envoy.config.core.v3.RetryPolicy.RetryHostPredicate name typed_config:google.protobuf.Any
envoy.config.core.v3.RetryPolicy.RetryPriority name typed_config:google.protobuf.Any
envoy.config.core.v3.RuntimeDouble default_value runtime_key
envoy.config.core.v3.RuntimeFeatureFlag default_value runtime_key
envoy.config.core.v3.RuntimeFractionalPercent default_value:envoy.type.v3.FractionalPercent runtime_key
envoy.config.core.v3.RuntimePercent default_value:envoy.type.v3.Percent runtime_key
envoy.config.core.v3.RuntimeUInt32 default_value runtime_key
envoy.config.core.v3.RuntimeUInt64 default_value runtime_key
envoy.config.core.v3.SchemeHeaderTransformation scheme_to_overwrite match_upstream
envoy.config.core.v3.SelfConfigSource transport_api_version
envoy.config.core.v3.SocketAddress protocol address port_value named_port resolver_name ipv4_compat network_namespace_filepath
envoy.config.core.v3.SocketCmsgHeaders level type expected_size
envoy.config.core.v3.SocketOption description level name int_value buf_value state type:envoy.config.core.v3.SocketOption.SocketType ip_version
envoy.config.core.v3.SocketOption.SocketType stream:envoy.config.core.v3.SocketOption.SocketType.Stream datagram:envoy.config.core.v3.SocketOption.SocketType.Datagram
envoy.config.core.v3.SocketOption.SocketType.Datagram
envoy.config.core.v3.SocketOption.SocketType.Stream
envoy.config.core.v3.SocketOptionsOverride socket_options:envoy.config.core.v3.SocketOption
envoy.config.core.v3.SubstitutionFormatString text_format json_format= text_format_source:envoy.config.core.v3.DataSource omit_empty_values content_type formatters:envoy.config.core.v3.TypedExtensionConfig json_format_options:envoy.config.core.v3.JsonFormatOptions
envoy.config.core.v3.TcpKeepalive keepalive_probes keepalive_time keepalive_interval
envoy.config.core.v3.TcpProtocolOptions
envoy.config.core.v3.TlvEntry type value format_string:envoy.config.core.v3.SubstitutionFormatString
envoy.config.core.v3.TransportSocket name typed_config:google.protobuf.Any
envoy.config.core.v3.TypedExtensionConfig name typed_config:google.protobuf.Any
envoy.config.core.v3.UdpSocketConfig max_rx_datagram_size prefer_gro
envoy.config.core.v3.UpstreamHttpProtocolOptions auto_sni auto_san_validation override_auto_sni_header
envoy.config.core.v3.WatchedDirectory path watch_modify
envoy.config.endpoint.v3.ClusterLoadAssignment cluster_name endpoints:envoy.config.endpoint.v3.LocalityLbEndpoints named_endpoints*:envoy.config.endpoint.v3.Endpoint policy:envoy.config.endpoint.v3.ClusterLoadAssignment.Policy
envoy.config.endpoint.v3.ClusterLoadAssignment.Policy drop_overloads:envoy.config.endpoint.v3.ClusterLoadAssignment.Policy.DropOverload overprovisioning_factor endpoint_stale_after weighted_priority_health
envoy.config.endpoint.v3.ClusterLoadAssignment.Policy.DropOverload category drop_percentage:envoy.type.v3.FractionalPercent
envoy.config.endpoint.v3.ClusterStats cluster_name cluster_service_name upstream_locality_stats:envoy.config.endpoint.v3.UpstreamLocalityStats total_dropped_requests dropped_requests:envoy.config.endpoint.v3.ClusterStats.DroppedRequests load_report_interval
envoy.config.endpoint.v3.ClusterStats.DroppedRequests category dropped_count
envoy.config.endpoint.v3.Endpoint address:envoy.config.core.v3.Address health_check_config:envoy.config.endpoint.v3.Endpoint.HealthCheckConfig hostname additional_addresses:envoy.config.endpoint.v3.Endpoint.AdditionalAddress observability_name
envoy.config.endpoint.v3.Endpoint.AdditionalAddress address:envoy.config.core.v3.Address
envoy.config.endpoint.v3.Endpoint.HealthCheckConfig port_value hostname address:envoy.config.core.v3.Address disable_active_health_check
envoy.config.endpoint.v3.EndpointLoadMetricStats metric_name num_requests_finished_with_metric total_metric_value
envoy.config.endpoint.v3.LbEndpoint endpoint:envoy.config.endpoint.v3.Endpoint endpoint_name health_status metadata:envoy.config.core.v3.Metadata load_balancing_weight
envoy.config.endpoint.v3.LbEndpointCollection entries:xds.core.v3.CollectionEntry
envoy.config.endpoint.v3.LedsClusterLocalityConfig leds_config:envoy.config.core.v3.ConfigSource leds_collection_name
envoy.config.endpoint.v3.LocalityLbEndpoints locality:envoy.config.core.v3.Locality metadata:envoy.config.core.v3.Metadata lb_endpoints:envoy.config.endpoint.v3.LbEndpoint load_balancer_endpoints:envoy.config.endpoint.v3.LocalityLbEndpoints.LbEndpointList leds_cluster_locality_config:envoy.config.endpoint.v3.LedsClusterLocalityConfig load_balancing_weight priority proximity
envoy.config.endpoint.v3.LocalityLbEndpoints.LbEndpointList lb_endpoints:envoy.config.endpoint.v3.LbEndpoint
envoy.config.endpoint.v3.UnnamedEndpointLoadMetricStats num_requests_finished_with_metric total_metric_value
envoy.config.endpoint.v3.UpstreamEndpointStats address:envoy.config.core.v3.Address metadata= total_successful_requests total_requests_in_progress total_error_requests total_issued_requests load_metric_stats:envoy.config.endpoint.v3.EndpointLoadMetricStats
envoy.config.endpoint.v3.UpstreamLocalityStats locality:envoy.config.core.v3.Locality total_successful_requests total_requests_in_progress total_error_requests total_issued_requests total_active_connections total_new_connections total_fail_connections cpu_utilization:envoy.config.endpoint.v3.UnnamedEndpointLoadMetricStats mem_utilization:envoy.config.endpoint.v3.UnnamedEndpointLoadMetricStats application_utilization:envoy.config.endpoint.v3.UnnamedEndpointLoadMetricStats load_metric_stats:envoy.config.endpoint.v3.EndpointLoadMetricStats upstream_endpoint_stats:envoy.config.endpoint.v3.UpstreamEndpointStats priority
envoy.config.grpc_credential.v3.FileBasedMetadataConfig secret_data:envoy.config.core.v3.DataSource header_key header_prefix
envoy.config.listener.v3.ActiveRawUdpListenerConfig
envoy.config.listener.v3.AdditionalAddress address:envoy.config.core.v3.Address socket_options:envoy.config.core.v3.SocketOptionsOverride tcp_keepalive:envoy.config.core.v3.TcpKeepalive
envoy.config.listener.v3.ApiListener api_listener:google.protobuf.Any
envoy.config.listener.v3.Filter name typed_config:google.protobuf.Any config_discovery:envoy.config.core.v3.ExtensionConfigSource
envoy.config.listener.v3.FilterChain filter_chain_match:envoy.config.listener.v3.FilterChainMatch filters:envoy.config.listener.v3.Filter use_proxy_proto metadata:envoy.config.core.v3.Metadata transport_socket:envoy.config.core.v3.TransportSocket transport_socket_connect_timeout name
envoy.config.listener.v3.FilterChainMatch destination_port prefix_ranges:envoy.config.core.v3.CidrRange address_suffix suffix_len direct_source_prefix_ranges:envoy.config.core.v3.CidrRange source_type source_prefix_ranges:envoy.config.core.v3.CidrRange source_ports server_names transport_protocol application_protocols
envoy.config.listener.v3.Listener name address:envoy.config.core.v3.Address additional_addresses:envoy.config.listener.v3.AdditionalAddress stat_prefix stats_matcher:envoy.config.metrics.v3.StatsMatcher filter_chains:envoy.config.listener.v3.FilterChain fcds_config:envoy.config.listener.v3.Listener.FcdsConfig filter_chain_matcher:xds.type.matcher.v3.Matcher use_original_dst default_filter_chain:envoy.config.listener.v3.FilterChain per_connection_buffer_limit_bytes per_connection_buffer_high_watermark_timeout metadata:envoy.config.core.v3.Metadata deprecated_v1:envoy.config.listener.v3.Listener.DeprecatedV1 drain_type listener_filters:envoy.config.listener.v3.ListenerFilter listener_filters_timeout continue_on_listener_filters_timeout transparent freebind socket_options:envoy.config.core.v3.SocketOption tcp_fast_open_queue_length traffic_direction udp_listener_config:envoy.config.listener.v3.UdpListenerConfig api_listener:envoy.config.listener.v3.ApiListener connection_balance_config:envoy.config.listener.v3.Listener.ConnectionBalanceConfig reuse_port enable_reuse_port access_log:envoy.config.accesslog.v3.AccessLog tcp_backlog_size max_connections_to_accept_per_socket_event bind_to_port internal_listener:envoy.config.listener.v3.Listener.InternalListenerConfig enable_mptcp ignore_global_conn_limit bypass_overload_manager tcp_keepalive:envoy.config.core.v3.TcpKeepalive
envoy.config.listener.v3.Listener.ConnectionBalanceConfig exact_balance:envoy.config.listener.v3.Listener.ConnectionBalanceConfig.ExactBalance extend_balance:envoy.config.core.v3.TypedExtensionConfig cpu_locality_balance:envoy.config.listener.v3.Listener.ConnectionBalanceConfig.CpuLocalityBalance
envoy.config.listener.v3.Listener.ConnectionBalanceConfig.CpuLocalityBalance
envoy.config.listener.v3.Listener.ConnectionBalanceConfig.ExactBalance
envoy.config.listener.v3.Listener.DeprecatedV1 bind_to_port
envoy.config.listener.v3.Listener.FcdsConfig name config_source:envoy.config.core.v3.ConfigSource
envoy.config.listener.v3.Listener.InternalListenerConfig
envoy.config.listener.v3.ListenerCollection entries:xds.core.v3.CollectionEntry
envoy.config.listener.v3.ListenerFilter name typed_config:google.protobuf.Any config_discovery:envoy.config.core.v3.ExtensionConfigSource filter_disabled:envoy.config.listener.v3.ListenerFilterChainMatchPredicate
envoy.config.listener.v3.ListenerFilterChainMatchPredicate or_match:envoy.config.listener.v3.ListenerFilterChainMatchPredicate.MatchSet and_match:envoy.config.listener.v3.ListenerFilterChainMatchPredicate.MatchSet not_match:envoy.config.listener.v3.ListenerFilterChainMatchPredicate any_match destination_port_range:envoy.type.v3.Int32Range
envoy.config.listener.v3.ListenerFilterChainMatchPredicate.MatchSet rules:envoy.config.listener.v3.ListenerFilterChainMatchPredicate
envoy.config.listener.v3.QuicProtocolOptions quic_protocol_options:envoy.config.core.v3.QuicProtocolOptions idle_timeout crypto_handshake_timeout enabled:envoy.config.core.v3.RuntimeFeatureFlag packets_to_read_to_connection_count_ratio crypto_stream_config:envoy.config.core.v3.TypedExtensionConfig proof_source_config:envoy.config.core.v3.TypedExtensionConfig connection_id_generator_config:envoy.config.core.v3.TypedExtensionConfig server_preferred_address_config:envoy.config.core.v3.TypedExtensionConfig send_disable_active_migration connection_debug_visitor_config:envoy.config.core.v3.TypedExtensionConfig save_cmsg_config:envoy.config.core.v3.SocketCmsgHeaders reject_new_connections max_sessions_per_event_loop
envoy.config.listener.v3.UdpListenerConfig downstream_socket_config:envoy.config.core.v3.UdpSocketConfig quic_options:envoy.config.listener.v3.QuicProtocolOptions udp_packet_packet_writer_config:envoy.config.core.v3.TypedExtensionConfig
envoy.config.metrics.v3.DogStatsdSink address:envoy.config.core.v3.Address prefix max_bytes_per_datagram scale_histogram_units_to_milliseconds
envoy.config.metrics.v3.HistogramBucketSettings match:envoy.type.matcher.v3.StringMatcher buckets bins
envoy.config.metrics.v3.HystrixSink num_buckets
envoy.config.metrics.v3.MetricsServiceConfig grpc_service:envoy.config.core.v3.GrpcService transport_api_version report_counters_as_deltas emit_tags_as_labels histogram_emit_mode batch_size
envoy.config.metrics.v3.StatsConfig stats_tags:envoy.config.metrics.v3.TagSpecifier use_all_default_tags stats_matcher:envoy.config.metrics.v3.StatsMatcher histogram_bucket_settings:envoy.config.metrics.v3.HistogramBucketSettings allow_default_tag_overrides
envoy.config.metrics.v3.StatsMatcher reject_all exclusion_list:envoy.type.matcher.v3.ListStringMatcher inclusion_list:envoy.type.matcher.v3.ListStringMatcher
envoy.config.metrics.v3.StatsSink name typed_config:google.protobuf.Any
envoy.config.metrics.v3.StatsdSink address:envoy.config.core.v3.Address tcp_cluster_name prefix scale_histogram_units_to_milliseconds
envoy.config.metrics.v3.TagSpecifier tag_name regex fixed_value
envoy.config.overload.v3.BufferFactoryConfig minimum_account_to_track_power_of_two
envoy.config.overload.v3.LoadShedPoint name triggers:envoy.config.overload.v3.Trigger
envoy.config.overload.v3.OverloadAction name triggers:envoy.config.overload.v3.Trigger typed_config:google.protobuf.Any
envoy.config.overload.v3.OverloadManager refresh_interval resource_monitors:envoy.config.overload.v3.ResourceMonitor actions:envoy.config.overload.v3.OverloadAction loadshed_points:envoy.config.overload.v3.LoadShedPoint buffer_factory_config:envoy.config.overload.v3.BufferFactoryConfig
envoy.config.overload.v3.ResourceMonitor name typed_config:google.protobuf.Any
envoy.config.overload.v3.ScaleTimersOverloadActionConfig timer_scale_factors:envoy.config.overload.v3.ScaleTimersOverloadActionConfig.ScaleTimer
envoy.config.overload.v3.ScaleTimersOverloadActionConfig.ScaleTimer timer min_timeout min_scale:envoy.type.v3.Percent
envoy.config.overload.v3.ScaledTrigger scaling_threshold saturation_threshold
envoy.config.overload.v3.ShrinkHeapConfig timer_interval max_unfreed_memory_bytes
envoy.config.overload.v3.ThresholdTrigger value
envoy.config.overload.v3.Trigger name threshold:envoy.config.overload.v3.ThresholdTrigger scaled:envoy.config.overload.v3.ScaledTrigger
envoy.config.ratelimit.v3.RateLimitServiceConfig grpc_service:envoy.config.core.v3.GrpcService transport_api_version
envoy.config.rbac.v3.Action name action
envoy.config.rbac.v3.Permission and_rules:envoy.config.rbac.v3.Permission.Set or_rules:envoy.config.rbac.v3.Permission.Set any header:envoy.config.route.v3.HeaderMatcher url_path:envoy.type.matcher.v3.PathMatcher destination_ip:envoy.config.core.v3.CidrRange destination_port destination_port_range:envoy.type.v3.Int32Range metadata:envoy.type.matcher.v3.MetadataMatcher not_rule:envoy.config.rbac.v3.Permission requested_server_name:envoy.type.matcher.v3.StringMatcher matcher:envoy.config.core.v3.TypedExtensionConfig uri_template:envoy.config.core.v3.TypedExtensionConfig sourced_metadata:envoy.config.rbac.v3.SourcedMetadata
envoy.config.rbac.v3.Permission.Set rules:envoy.config.rbac.v3.Permission
envoy.config.rbac.v3.Policy permissions:envoy.config.rbac.v3.Permission principals:envoy.config.rbac.v3.Principal condition:google.api.expr.v1alpha1.Expr checked_condition:google.api.expr.v1alpha1.CheckedExpr cel_config:envoy.config.core.v3.CelExpressionConfig
envoy.config.rbac.v3.Principal and_ids:envoy.config.rbac.v3.Principal.Set or_ids:envoy.config.rbac.v3.Principal.Set any authenticated:envoy.config.rbac.v3.Principal.Authenticated source_ip:envoy.config.core.v3.CidrRange direct_remote_ip:envoy.config.core.v3.CidrRange remote_ip:envoy.config.core.v3.CidrRange header:envoy.config.route.v3.HeaderMatcher url_path:envoy.type.matcher.v3.PathMatcher metadata:envoy.type.matcher.v3.MetadataMatcher filter_state:envoy.type.matcher.v3.FilterStateMatcher not_id:envoy.config.rbac.v3.Principal sourced_metadata:envoy.config.rbac.v3.SourcedMetadata custom:envoy.config.core.v3.TypedExtensionConfig
envoy.config.rbac.v3.Principal.Authenticated principal_name:envoy.type.matcher.v3.StringMatcher
envoy.config.rbac.v3.Principal.Set ids:envoy.config.rbac.v3.Principal
envoy.config.rbac.v3.RBAC action policies*:envoy.config.rbac.v3.Policy audit_logging_options:envoy.config.rbac.v3.RBAC.AuditLoggingOptions
envoy.config.rbac.v3.RBAC.AuditLoggingOptions audit_condition logger_configs:envoy.config.rbac.v3.RBAC.AuditLoggingOptions.AuditLoggerConfig
envoy.config.rbac.v3.RBAC.AuditLoggingOptions.AuditLoggerConfig audit_logger:envoy.config.core.v3.TypedExtensionConfig is_optional
envoy.config.rbac.v3.SourcedMetadata metadata_matcher:envoy.type.matcher.v3.MetadataMatcher metadata_source
envoy.config.route.v3.ClusterSpecifierPlugin extension:envoy.config.core.v3.TypedExtensionConfig is_optional
envoy.config.route.v3.CookieMatcher name string_match:envoy.type.matcher.v3.StringMatcher invert_match
envoy.config.route.v3.CorsPolicy allow_origin_string_match:envoy.type.matcher.v3.StringMatcher allow_methods allow_headers expose_headers max_age allow_credentials filter_enabled:envoy.config.core.v3.RuntimeFractionalPercent shadow_enabled:envoy.config.core.v3.RuntimeFractionalPercent allow_private_network_access forward_not_matching_preflights
envoy.config.route.v3.Decorator operation propagate
envoy.config.route.v3.DirectResponseAction status body:envoy.config.core.v3.DataSource body_format:envoy.config.core.v3.SubstitutionFormatString
envoy.config.route.v3.FilterAction action:google.protobuf.Any
envoy.config.route.v3.FilterConfig config:google.protobuf.Any is_optional disabled
envoy.config.route.v3.HeaderMatcher name exact_match safe_regex_match:envoy.type.matcher.v3.RegexMatcher range_match:envoy.type.v3.Int64Range present_match prefix_match suffix_match contains_match string_match:envoy.type.matcher.v3.StringMatcher invert_match treat_missing_header_as_empty
envoy.config.route.v3.HedgePolicy initial_requests additional_request_chance:envoy.type.v3.FractionalPercent hedge_on_per_try_timeout
envoy.config.route.v3.InternalRedirectPolicy max_internal_redirects redirect_response_codes predicates:envoy.config.core.v3.TypedExtensionConfig allow_cross_scheme_redirect response_headers_to_copy
envoy.config.route.v3.NonForwardingAction
envoy.config.route.v3.QueryParameterMatcher name string_match:envoy.type.matcher.v3.StringMatcher present_match
envoy.config.route.v3.RateLimit stage disable_key actions:envoy.config.route.v3.RateLimit.Action limit:envoy.config.route.v3.RateLimit.Override hits_addend:envoy.config.route.v3.RateLimit.HitsAddend apply_on_stream_done x_ratelimit_option
envoy.config.route.v3.RateLimit.Action source_cluster:envoy.config.route.v3.RateLimit.Action.SourceCluster destination_cluster:envoy.config.route.v3.RateLimit.Action.DestinationCluster request_headers:envoy.config.route.v3.RateLimit.Action.RequestHeaders query_parameters:envoy.config.route.v3.RateLimit.Action.QueryParameters remote_address:envoy.config.route.v3.RateLimit.Action.RemoteAddress generic_key:envoy.config.route.v3.RateLimit.Action.GenericKey header_value_match:envoy.config.route.v3.RateLimit.Action.HeaderValueMatch dynamic_metadata:envoy.config.route.v3.RateLimit.Action.DynamicMetaData metadata:envoy.config.route.v3.RateLimit.Action.MetaData extension:envoy.config.core.v3.TypedExtensionConfig masked_remote_address:envoy.config.route.v3.RateLimit.Action.MaskedRemoteAddress query_parameter_value_match:envoy.config.route.v3.RateLimit.Action.QueryParameterValueMatch remote_address_match:envoy.config.route.v3.RateLimit.Action.RemoteAddressMatch
envoy.config.route.v3.RateLimit.Action.DestinationCluster
envoy.config.route.v3.RateLimit.Action.DynamicMetaData descriptor_key metadata_key:envoy.type.metadata.v3.MetadataKey default_value
envoy.config.route.v3.RateLimit.Action.GenericKey descriptor_value default_value descriptor_key
envoy.config.route.v3.RateLimit.Action.HeaderValueMatch descriptor_value default_value descriptor_key expect_match headers:envoy.config.route.v3.HeaderMatcher
envoy.config.route.v3.RateLimit.Action.MaskedRemoteAddress v4_prefix_mask_len v6_prefix_mask_len
envoy.config.route.v3.RateLimit.Action.MetaData descriptor_key metadata_key:envoy.type.metadata.v3.MetadataKey default_value source skip_if_absent
envoy.config.route.v3.RateLimit.Action.QueryParameterValueMatch descriptor_value default_value descriptor_key expect_match query_parameters:envoy.config.route.v3.QueryParameterMatcher
envoy.config.route.v3.RateLimit.Action.QueryParameters query_parameter_name descriptor_key skip_if_absent
envoy.config.route.v3.RateLimit.Action.RemoteAddress
envoy.config.route.v3.RateLimit.Action.RemoteAddressMatch descriptor_value descriptor_key default_value address_matcher:envoy.type.matcher.v3.AddressMatcher
envoy.config.route.v3.RateLimit.Action.RequestHeaders header_name descriptor_key skip_if_absent
envoy.config.route.v3.RateLimit.Action.SourceCluster
envoy.config.route.v3.RateLimit.HitsAddend number format is_negative_hits
envoy.config.route.v3.RateLimit.Override dynamic_metadata:envoy.config.route.v3.RateLimit.Override.DynamicMetadata rate_limit:envoy.config.route.v3.RateLimit.Override.RateLimitOverride
envoy.config.route.v3.RateLimit.Override.DynamicMetadata metadata_key:envoy.type.metadata.v3.MetadataKey
envoy.config.route.v3.RateLimit.Override.RateLimitOverride requests_per_unit unit
envoy.config.route.v3.RedirectAction https_redirect scheme_redirect host_redirect port_redirect path_redirect prefix_rewrite regex_rewrite:envoy.type.matcher.v3.RegexMatchAndSubstitute path_rewrite response_code strip_query
envoy.config.route.v3.RetryPolicy retry_on num_retries per_try_timeout per_try_idle_timeout retry_priority:envoy.config.route.v3.RetryPolicy.RetryPriority retry_host_predicate:envoy.config.route.v3.RetryPolicy.RetryHostPredicate retry_options_predicates:envoy.config.core.v3.TypedExtensionConfig host_selection_retry_max_attempts retriable_status_codes retry_back_off:envoy.config.route.v3.RetryPolicy.RetryBackOff rate_limited_retry_back_off:envoy.config.route.v3.RetryPolicy.RateLimitedRetryBackOff retriable_headers:envoy.config.route.v3.HeaderMatcher retriable_request_headers:envoy.config.route.v3.HeaderMatcher refresh_cluster_on_retry
envoy.config.route.v3.RetryPolicy.RateLimitedRetryBackOff reset_headers:envoy.config.route.v3.RetryPolicy.ResetHeader max_interval
envoy.config.route.v3.RetryPolicy.ResetHeader name format
envoy.config.route.v3.RetryPolicy.RetryBackOff base_interval max_interval
envoy.config.route.v3.RetryPolicy.RetryHostPredicate name typed_config:google.protobuf.Any
envoy.config.route.v3.RetryPolicy.RetryPriority name typed_config:google.protobuf.Any
envoy.config.route.v3.Route name match:envoy.config.route.v3.RouteMatch route:envoy.config.route.v3.RouteAction redirect:envoy.config.route.v3.RedirectAction direct_response:envoy.config.route.v3.DirectResponseAction filter_action:envoy.config.route.v3.FilterAction non_forwarding_action:envoy.config.route.v3.NonForwardingAction metadata:envoy.config.core.v3.Metadata decorator:envoy.config.route.v3.Decorator typed_per_filter_config*:google.protobuf.Any request_headers_to_add:envoy.config.core.v3.HeaderValueOption request_headers_to_remove response_headers_to_add:envoy.config.core.v3.HeaderValueOption response_headers_to_remove tracing:envoy.config.route.v3.Tracing per_request_buffer_limit_bytes stat_prefix request_body_buffer_limit route_specifiers:envoy.config.core.v3.TypedExtensionConfig
envoy.config.route.v3.RouteAction cluster cluster_header weighted_clusters:envoy.config.route.v3.WeightedCluster cluster_specifier_plugin inline_cluster_specifier_plugin:envoy.config.route.v3.ClusterSpecifierPlugin cluster_not_found_response_code metadata_match:envoy.config.core.v3.Metadata prefix_rewrite regex_rewrite:envoy.type.matcher.v3.RegexMatchAndSubstitute path_rewrite_policy:envoy.config.core.v3.TypedExtensionConfig path_rewrite host_rewrite_literal auto_host_rewrite host_rewrite_header host_rewrite_path_regex:envoy.type.matcher.v3.RegexMatchAndSubstitute host_rewrite append_x_forwarded_host timeout idle_timeout flush_timeout early_data_policy:envoy.config.core.v3.TypedExtensionConfig retry_policy:envoy.config.route.v3.RetryPolicy retry_policy_typed_config:google.protobuf.Any request_mirror_policies:envoy.config.route.v3.RouteAction.RequestMirrorPolicy priority rate_limits:envoy.config.route.v3.RateLimit include_vh_rate_limits hash_policy:envoy.config.route.v3.RouteAction.HashPolicy cors:envoy.config.route.v3.CorsPolicy max_grpc_timeout grpc_timeout_offset upgrade_configs:envoy.config.route.v3.RouteAction.UpgradeConfig internal_redirect_policy:envoy.config.route.v3.InternalRedirectPolicy internal_redirect_action max_internal_redirects hedge_policy:envoy.config.route.v3.HedgePolicy max_stream_duration:envoy.config.route.v3.RouteAction.MaxStreamDuration
envoy.config.route.v3.RouteAction.HashPolicy header:envoy.config.route.v3.RouteAction.HashPolicy.Header cookie:envoy.config.route.v3.RouteAction.HashPolicy.Cookie connection_properties:envoy.config.route.v3.RouteAction.HashPolicy.ConnectionProperties query_parameter:envoy.config.route.v3.RouteAction.HashPolicy.QueryParameter filter_state:envoy.config.route.v3.RouteAction.HashPolicy.FilterState terminal
envoy.config.route.v3.RouteAction.HashPolicy.ConnectionProperties source_ip
envoy.config.route.v3.RouteAction.HashPolicy.Cookie name ttl path attributes:envoy.config.route.v3.RouteAction.HashPolicy.CookieAttribute
envoy.config.route.v3.RouteAction.HashPolicy.CookieAttribute name value
envoy.config.route.v3.RouteAction.HashPolicy.FilterState key
envoy.config.route.v3.RouteAction.HashPolicy.Header header_name regex_rewrite:envoy.type.matcher.v3.RegexMatchAndSubstitute
envoy.config.route.v3.RouteAction.HashPolicy.QueryParameter name
envoy.config.route.v3.RouteAction.MaxStreamDuration max_stream_duration grpc_timeout_header_max grpc_timeout_header_offset
envoy.config.route.v3.RouteAction.RequestMirrorPolicy cluster cluster_header runtime_fraction:envoy.config.core.v3.RuntimeFractionalPercent trace_sampled disable_shadow_host_suffix_append request_headers_mutations:envoy.config.common.mutation_rules.v3.HeaderMutation host_rewrite_literal
envoy.config.route.v3.RouteAction.UpgradeConfig upgrade_type enabled connect_config:envoy.config.route.v3.RouteAction.UpgradeConfig.ConnectConfig
envoy.config.route.v3.RouteAction.UpgradeConfig.ConnectConfig proxy_protocol_config:envoy.config.core.v3.ProxyProtocolConfig allow_post
envoy.config.route.v3.RouteConfiguration name virtual_hosts:envoy.config.route.v3.VirtualHost vhds:envoy.config.route.v3.Vhds internal_only_headers response_headers_to_add:envoy.config.core.v3.HeaderValueOption response_headers_to_remove request_headers_to_add:envoy.config.core.v3.HeaderValueOption request_headers_to_remove most_specific_header_mutations_wins validate_clusters max_direct_response_body_size_bytes cluster_specifier_plugins:envoy.config.route.v3.ClusterSpecifierPlugin request_mirror_policies:envoy.config.route.v3.RouteAction.RequestMirrorPolicy ignore_port_in_host_matching vhost_header ignore_path_parameters_in_path_matching typed_per_filter_config*:google.protobuf.Any metadata:envoy.config.core.v3.Metadata route_specifiers:envoy.config.core.v3.TypedExtensionConfig
envoy.config.route.v3.RouteList routes:envoy.config.route.v3.Route
envoy.config.route.v3.RouteMatch prefix path safe_regex:envoy.type.matcher.v3.RegexMatcher connect_matcher:envoy.config.route.v3.RouteMatch.ConnectMatcher path_separated_prefix path_match_policy:envoy.config.core.v3.TypedExtensionConfig case_sensitive runtime_fraction:envoy.config.core.v3.RuntimeFractionalPercent headers:envoy.config.route.v3.HeaderMatcher query_parameters:envoy.config.route.v3.QueryParameterMatcher cookies:envoy.config.route.v3.CookieMatcher grpc:envoy.config.route.v3.RouteMatch.GrpcRouteMatchOptions tls_context:envoy.config.route.v3.RouteMatch.TlsContextMatchOptions dynamic_metadata:envoy.type.matcher.v3.MetadataMatcher filter_state:envoy.type.matcher.v3.FilterStateMatcher
envoy.config.route.v3.RouteMatch.ConnectMatcher
envoy.config.route.v3.RouteMatch.GrpcRouteMatchOptions
envoy.config.route.v3.RouteMatch.TlsContextMatchOptions presented validated
envoy.config.route.v3.ScopedRouteConfiguration on_demand name route_configuration_name route_configuration:envoy.config.route.v3.RouteConfiguration key:envoy.config.route.v3.ScopedRouteConfiguration.Key
envoy.config.route.v3.ScopedRouteConfiguration.Key fragments:envoy.config.route.v3.ScopedRouteConfiguration.Key.Fragment
envoy.config.route.v3.ScopedRouteConfiguration.Key.Fragment string_key
envoy.config.route.v3.Tracing client_sampling:envoy.type.v3.FractionalPercent random_sampling:envoy.type.v3.FractionalPercent overall_sampling:envoy.type.v3.FractionalPercent custom_tags:envoy.type.tracing.v3.CustomTag operation upstream_operation
envoy.config.route.v3.Vhds config_source:envoy.config.core.v3.ConfigSource
envoy.config.route.v3.VirtualCluster headers:envoy.config.route.v3.HeaderMatcher name
envoy.config.route.v3.VirtualHost name domains routes:envoy.config.route.v3.Route matcher:xds.type.matcher.v3.Matcher require_tls virtual_clusters:envoy.config.route.v3.VirtualCluster rate_limits:envoy.config.route.v3.RateLimit request_headers_to_add:envoy.config.core.v3.HeaderValueOption request_headers_to_remove response_headers_to_add:envoy.config.core.v3.HeaderValueOption response_headers_to_remove cors:envoy.config.route.v3.CorsPolicy typed_per_filter_config*:google.protobuf.Any include_request_attempt_count include_attempt_count_in_response retry_policy:envoy.config.route.v3.RetryPolicy retry_policy_typed_config:google.protobuf.Any hedge_policy:envoy.config.route.v3.HedgePolicy include_is_timeout_retry_header per_request_buffer_limit_bytes request_body_buffer_limit request_mirror_policies:envoy.config.route.v3.RouteAction.RequestMirrorPolicy metadata:envoy.config.core.v3.Metadata route_specifiers:envoy.config.core.v3.TypedExtensionConfig
envoy.config.route.v3.WeightedCluster clusters:envoy.config.route.v3.WeightedCluster.ClusterWeight total_weight runtime_key_prefix header_name use_hash_policy
envoy.config.route.v3.WeightedCluster.ClusterWeight name cluster_header weight metadata_match:envoy.config.core.v3.Metadata request_headers_to_add:envoy.config.core.v3.HeaderValueOption request_headers_to_remove response_headers_to_add:envoy.config.core.v3.HeaderValueOption response_headers_to_remove typed_per_filter_config*:google.protobuf.Any host_rewrite_literal
envoy.config.tap.v3.BufferedAdminSink max_traces timeout
envoy.config.tap.v3.FilePerTapSink path_prefix
envoy.config.tap.v3.HttpGenericBodyMatch bytes_limit patterns:envoy.config.tap.v3.HttpGenericBodyMatch.GenericTextMatch
envoy.config.tap.v3.HttpGenericBodyMatch.GenericTextMatch string_match binary_match
envoy.config.tap.v3.HttpHeadersMatch headers:envoy.config.route.v3.HeaderMatcher
envoy.config.tap.v3.MatchPredicate or_match:envoy.config.tap.v3.MatchPredicate.MatchSet and_match:envoy.config.tap.v3.MatchPredicate.MatchSet not_match:envoy.config.tap.v3.MatchPredicate any_match http_request_headers_match:envoy.config.tap.v3.HttpHeadersMatch http_request_trailers_match:envoy.config.tap.v3.HttpHeadersMatch http_response_headers_match:envoy.config.tap.v3.HttpHeadersMatch http_response_trailers_match:envoy.config.tap.v3.HttpHeadersMatch http_request_generic_body_match:envoy.config.tap.v3.HttpGenericBodyMatch http_response_generic_body_match:envoy.config.tap.v3.HttpGenericBodyMatch
envoy.config.tap.v3.MatchPredicate.MatchSet rules:envoy.config.tap.v3.MatchPredicate
envoy.config.tap.v3.OutputConfig sinks:envoy.config.tap.v3.OutputSink max_buffered_rx_bytes max_buffered_tx_bytes streaming min_streamed_sent_bytes
envoy.config.tap.v3.OutputSink format streaming_admin:envoy.config.tap.v3.StreamingAdminSink file_per_tap:envoy.config.tap.v3.FilePerTapSink streaming_grpc:envoy.config.tap.v3.StreamingGrpcSink buffered_admin:envoy.config.tap.v3.BufferedAdminSink custom_sink:envoy.config.core.v3.TypedExtensionConfig
envoy.config.tap.v3.StreamingAdminSink
envoy.config.tap.v3.StreamingGrpcSink tap_id grpc_service:envoy.config.core.v3.GrpcService
envoy.config.tap.v3.TapConfig match_config:envoy.config.tap.v3.MatchPredicate match:envoy.config.common.matcher.v3.MatchPredicate output_config:envoy.config.tap.v3.OutputConfig tap_enabled:envoy.config.core.v3.RuntimeFractionalPercent
envoy.config.trace.v3.ClientConfig service_name instance_name backend_token max_cache_size
envoy.config.trace.v3.DatadogConfig collector_cluster service_name collector_hostname remote_config:envoy.config.trace.v3.DatadogRemoteConfig
envoy.config.trace.v3.DatadogRemoteConfig polling_interval
envoy.config.trace.v3.DynamicOtConfig library config=
envoy.config.trace.v3.LightstepConfig collector_cluster access_token_file access_token:envoy.config.core.v3.DataSource propagation_modes
envoy.config.trace.v3.OpenTelemetryConfig grpc_service:envoy.config.core.v3.GrpcService http_service:envoy.config.core.v3.HttpService exporter:envoy.config.core.v3.TypedExtensionConfig service_name resource_detectors:envoy.config.core.v3.TypedExtensionConfig sampler:envoy.config.core.v3.TypedExtensionConfig max_cache_size set_telemetry_sdk_resource_attributes set_service_name_resource_attribute set_instrumentation_scope
envoy.config.trace.v3.SkyWalkingConfig grpc_service:envoy.config.core.v3.GrpcService client_config:envoy.config.trace.v3.ClientConfig
envoy.config.trace.v3.TraceServiceConfig grpc_service:envoy.config.core.v3.GrpcService
envoy.config.trace.v3.Tracing http:envoy.config.trace.v3.Tracing.Http
envoy.config.trace.v3.Tracing.Http name typed_config:google.protobuf.Any
envoy.config.trace.v3.XRayConfig daemon_endpoint:envoy.config.core.v3.SocketAddress segment_name sampling_rule_manifest:envoy.config.core.v3.DataSource segment_fields:envoy.config.trace.v3.XRayConfig.SegmentFields
envoy.config.trace.v3.XRayConfig.SegmentFields origin aws=
envoy.config.trace.v3.ZipkinConfig collector_cluster collector_endpoint trace_id_128bit shared_span_context collector_endpoint_version collector_hostname split_spans_for_request trace_context_option collector_service:envoy.config.core.v3.HttpService timestamp_trace_ids
envoy.config.upstream.local_address_selector.v3.DefaultLocalAddressSelector
envoy.data.accesslog.v3.AccessLogCommon sample_rate downstream_remote_address:envoy.config.core.v3.Address downstream_local_address:envoy.config.core.v3.Address tls_properties:envoy.data.accesslog.v3.TLSProperties start_time time_to_last_rx_byte time_to_first_upstream_tx_byte time_to_last_upstream_tx_byte time_to_first_upstream_rx_byte time_to_last_upstream_rx_byte time_to_first_downstream_tx_byte time_to_last_downstream_tx_byte upstream_remote_address:envoy.config.core.v3.Address upstream_local_address:envoy.config.core.v3.Address upstream_cluster response_flags:envoy.data.accesslog.v3.ResponseFlags metadata:envoy.config.core.v3.Metadata upstream_transport_failure_reason route_name downstream_direct_remote_address:envoy.config.core.v3.Address filter_state_objects*:google.protobuf.Any custom_tags* duration upstream_request_attempt_count connection_termination_details stream_id intermediate_log_entry downstream_transport_failure_reason downstream_wire_bytes_sent downstream_wire_bytes_received upstream_wire_bytes_sent upstream_wire_bytes_received access_log_type
envoy.data.accesslog.v3.ConnectionProperties received_bytes sent_bytes
envoy.data.accesslog.v3.HTTPAccessLogEntry common_properties:envoy.data.accesslog.v3.AccessLogCommon protocol_version request:envoy.data.accesslog.v3.HTTPRequestProperties response:envoy.data.accesslog.v3.HTTPResponseProperties
envoy.data.accesslog.v3.HTTPRequestProperties request_method scheme authority port path user_agent referer forwarded_for request_id original_path request_headers_bytes request_body_bytes request_headers* upstream_header_bytes_sent downstream_header_bytes_received
envoy.data.accesslog.v3.HTTPResponseProperties response_code response_headers_bytes response_body_bytes response_headers* response_trailers* response_code_details upstream_header_bytes_received downstream_header_bytes_sent
envoy.data.accesslog.v3.ResponseFlags failed_local_healthcheck no_healthy_upstream upstream_request_timeout local_reset upstream_remote_reset upstream_connection_failure upstream_connection_termination upstream_overflow no_route_found delay_injected fault_injected rate_limited unauthorized_details:envoy.data.accesslog.v3.ResponseFlags.Unauthorized rate_limit_service_error downstream_connection_termination upstream_retry_limit_exceeded stream_idle_timeout invalid_envoy_request_headers downstream_protocol_error upstream_max_stream_duration_reached response_from_cache_filter no_filter_config_found duration_timeout upstream_protocol_error no_cluster_found overload_manager dns_resolution_failure downstream_remote_reset
envoy.data.accesslog.v3.ResponseFlags.Unauthorized reason
envoy.data.accesslog.v3.TCPAccessLogEntry common_properties:envoy.data.accesslog.v3.AccessLogCommon connection_properties:envoy.data.accesslog.v3.ConnectionProperties
envoy.data.accesslog.v3.TLSProperties tls_version tls_cipher_suite tls_sni_hostname local_certificate_properties:envoy.data.accesslog.v3.TLSProperties.CertificateProperties peer_certificate_properties:envoy.data.accesslog.v3.TLSProperties.CertificateProperties tls_session_id ja3_fingerprint
envoy.data.accesslog.v3.TLSProperties.CertificateProperties subject_alt_name:envoy.data.accesslog.v3.TLSProperties.CertificateProperties.SubjectAltName subject issuer
envoy.data.accesslog.v3.TLSProperties.CertificateProperties.SubjectAltName uri dns
envoy.data.ai.v3.InputTokenDetails cached_tokens cache_creation_tokens tool_use_tokens
envoy.data.ai.v3.OutputTokenDetails reasoning_tokens
envoy.data.ai.v3.RequestInfo input_llm_protocol model stream max_output_tokens message_count tool_count estimated_input_tokens
envoy.data.ai.v3.TokenUsage llm_protocol model input_tokens output_tokens total_tokens input_token_details:envoy.data.ai.v3.InputTokenDetails output_token_details:envoy.data.ai.v3.OutputTokenDetails provider_total_tokens extraction_status
envoy.data.cluster.v3.OutlierDetectionEvent type timestamp secs_since_last_action cluster_name upstream_url action num_ejections enforced eject_success_rate_event:envoy.data.cluster.v3.OutlierEjectSuccessRate eject_consecutive_event:envoy.data.cluster.v3.OutlierEjectConsecutive eject_failure_percentage_event:envoy.data.cluster.v3.OutlierEjectFailurePercentage
envoy.data.cluster.v3.OutlierEjectConsecutive
envoy.data.cluster.v3.OutlierEjectFailurePercentage host_success_rate
envoy.data.cluster.v3.OutlierEjectSuccessRate host_success_rate cluster_average_success_rate cluster_success_rate_ejection_threshold
envoy.data.core.v3.DegradedHealthyHost
envoy.data.core.v3.HealthCheckAddHealthy first_check
envoy.data.core.v3.HealthCheckEjectUnhealthy failure_type http_status_code
envoy.data.core.v3.HealthCheckEvent health_checker_type host:envoy.config.core.v3.Address cluster_name eject_unhealthy_event:envoy.data.core.v3.HealthCheckEjectUnhealthy add_healthy_event:envoy.data.core.v3.HealthCheckAddHealthy successful_health_check_event:envoy.data.core.v3.HealthCheckSuccessful health_check_failure_event:envoy.data.core.v3.HealthCheckFailure degraded_healthy_host:envoy.data.core.v3.DegradedHealthyHost no_longer_degraded_host:envoy.data.core.v3.NoLongerDegradedHost timestamp metadata:envoy.config.core.v3.Metadata locality:envoy.config.core.v3.Locality
envoy.data.core.v3.HealthCheckFailure failure_type first_check http_status_code
envoy.data.core.v3.HealthCheckSuccessful
envoy.data.core.v3.NoLongerDegradedHost
envoy.data.core.v3.TlvsMetadata typed_metadata*
envoy.data.dns.v3.DnsTable external_retry_count virtual_domains:envoy.data.dns.v3.DnsTable.DnsVirtualDomain known_suffixes:envoy.type.matcher.v3.StringMatcher
envoy.data.dns.v3.DnsTable.AddressList address
envoy.data.dns.v3.DnsTable.DnsEndpoint address_list:envoy.data.dns.v3.DnsTable.AddressList cluster_name service_list:envoy.data.dns.v3.DnsTable.DnsServiceList
envoy.data.dns.v3.DnsTable.DnsService service_name protocol:envoy.data.dns.v3.DnsTable.DnsServiceProtocol ttl targets:envoy.data.dns.v3.DnsTable.DnsServiceTarget
envoy.data.dns.v3.DnsTable.DnsServiceList services:envoy.data.dns.v3.DnsTable.DnsService
envoy.data.dns.v3.DnsTable.DnsServiceProtocol number name
envoy.data.dns.v3.DnsTable.DnsServiceTarget host_name cluster_name priority weight port
envoy.data.dns.v3.DnsTable.DnsVirtualDomain name endpoint:envoy.data.dns.v3.DnsTable.DnsEndpoint answer_ttl
envoy.data.tap.v3.Body as_bytes as_string truncated
envoy.data.tap.v3.Connection local_address:envoy.config.core.v3.Address remote_address:envoy.config.core.v3.Address
envoy.data.tap.v3.HttpBufferedTrace request:envoy.data.tap.v3.HttpBufferedTrace.Message response:envoy.data.tap.v3.HttpBufferedTrace.Message downstream_connection:envoy.data.tap.v3.Connection upstream_connection:envoy.data.tap.v3.Connection
envoy.data.tap.v3.HttpBufferedTrace.Message headers:envoy.config.core.v3.HeaderValue body:envoy.data.tap.v3.Body trailers:envoy.config.core.v3.HeaderValue headers_received_time
envoy.data.tap.v3.HttpStreamedTraceSegment trace_id request_headers:envoy.config.core.v3.HeaderMap request_body_chunk:envoy.data.tap.v3.Body request_trailers:envoy.config.core.v3.HeaderMap response_headers:envoy.config.core.v3.HeaderMap response_body_chunk:envoy.data.tap.v3.Body response_trailers:envoy.config.core.v3.HeaderMap
envoy.data.tap.v3.SocketBufferedTrace trace_id connection:envoy.data.tap.v3.Connection events:envoy.data.tap.v3.SocketEvent read_truncated write_truncated
envoy.data.tap.v3.SocketEvent timestamp read:envoy.data.tap.v3.SocketEvent.Read write:envoy.data.tap.v3.SocketEvent.Write closed:envoy.data.tap.v3.SocketEvent.Closed connection:envoy.data.tap.v3.Connection seq_num
envoy.data.tap.v3.SocketEvent.Closed
envoy.data.tap.v3.SocketEvent.Read data:envoy.data.tap.v3.Body
envoy.data.tap.v3.SocketEvent.Write data:envoy.data.tap.v3.Body end_stream
envoy.data.tap.v3.SocketEvents events:envoy.data.tap.v3.SocketEvent
envoy.data.tap.v3.SocketStreamedTraceSegment trace_id connection:envoy.data.tap.v3.Connection event:envoy.data.tap.v3.SocketEvent events:envoy.data.tap.v3.SocketEvents
envoy.data.tap.v3.TraceWrapper http_buffered_trace:envoy.data.tap.v3.HttpBufferedTrace http_streamed_trace_segment:envoy.data.tap.v3.HttpStreamedTraceSegment socket_buffered_trace:envoy.data.tap.v3.SocketBufferedTrace socket_streamed_trace_segment:envoy.data.tap.v3.SocketStreamedTraceSegment configured_sample_rate:envoy.type.v3.FractionalPercent
envoy.extensions.access_loggers.dynamic_modules.v3.DynamicModuleAccessLog dynamic_module_config:envoy.extensions.dynamic_modules.v3.DynamicModuleConfig logger_name logger_config:google.protobuf.Any
envoy.extensions.access_loggers.file.v3.FileAccessLog path format json_format= typed_json_format= log_format:envoy.config.core.v3.SubstitutionFormatString
envoy.extensions.access_loggers.filters.cel.v3.ExpressionFilter expression cel_config:envoy.config.core.v3.CelExpressionConfig
envoy.extensions.access_loggers.filters.process_ratelimit.v3.DynamicTokenBucket resource_name config_source:envoy.config.core.v3.ConfigSource
envoy.extensions.access_loggers.filters.process_ratelimit.v3.ProcessRateLimitFilter dynamic_config:envoy.extensions.access_loggers.filters.process_ratelimit.v3.DynamicTokenBucket
envoy.extensions.access_loggers.fluentd.v3.FluentdAccessLogConfig cluster tag stat_prefix buffer_flush_interval buffer_size_bytes record= retry_options:envoy.extensions.access_loggers.fluentd.v3.FluentdAccessLogConfig.RetryOptions formatters:envoy.config.core.v3.TypedExtensionConfig
envoy.extensions.access_loggers.fluentd.v3.FluentdAccessLogConfig.RetryOptions max_connect_attempts backoff_options:envoy.config.core.v3.BackoffStrategy
envoy.extensions.access_loggers.grpc.v3.CommonGrpcAccessLogConfig log_name grpc_service:envoy.config.core.v3.GrpcService transport_api_version buffer_flush_interval buffer_size_bytes filter_state_objects_to_log grpc_stream_retry_policy:envoy.config.core.v3.RetryPolicy custom_tags:envoy.type.tracing.v3.CustomTag
envoy.extensions.access_loggers.grpc.v3.HttpGrpcAccessLogConfig common_config:envoy.extensions.access_loggers.grpc.v3.CommonGrpcAccessLogConfig additional_request_headers_to_log additional_response_headers_to_log additional_response_trailers_to_log
envoy.extensions.access_loggers.grpc.v3.TcpGrpcAccessLogConfig common_config:envoy.extensions.access_loggers.grpc.v3.CommonGrpcAccessLogConfig
envoy.extensions.access_loggers.open_telemetry.v3.OpenTelemetryAccessLogConfig common_config:envoy.extensions.access_loggers.grpc.v3.CommonGrpcAccessLogConfig http_service:envoy.config.core.v3.HttpService grpc_service:envoy.config.core.v3.GrpcService disable_builtin_labels resource_attributes:opentelemetry.proto.common.v1.KeyValueList resource_detectors:envoy.config.core.v3.TypedExtensionConfig body:opentelemetry.proto.common.v1.AnyValue attributes:opentelemetry.proto.common.v1.KeyValueList stat_prefix formatters:envoy.config.core.v3.TypedExtensionConfig log_name buffer_flush_interval buffer_size_bytes filter_state_objects_to_log custom_tags:envoy.type.tracing.v3.CustomTag
envoy.extensions.access_loggers.stats.v3.Config stat_prefix stats_scope:envoy.type.v3.Scope histograms:envoy.extensions.access_loggers.stats.v3.Config.Histogram counters:envoy.extensions.access_loggers.stats.v3.Config.Counter gauges:envoy.extensions.access_loggers.stats.v3.Config.Gauge
envoy.extensions.access_loggers.stats.v3.Config.Counter stat:envoy.extensions.access_loggers.stats.v3.Config.Stat value_format value_fixed
envoy.extensions.access_loggers.stats.v3.Config.Gauge stat:envoy.extensions.access_loggers.stats.v3.Config.Stat value_format value_fixed add_subtract:envoy.extensions.access_loggers.stats.v3.Config.Gauge.PairedAddSubtract set:envoy.extensions.access_loggers.stats.v3.Config.Gauge.Set
envoy.extensions.access_loggers.stats.v3.Config.Gauge.PairedAddSubtract add_log_type sub_log_type
envoy.extensions.access_loggers.stats.v3.Config.Gauge.Set log_type
envoy.extensions.access_loggers.stats.v3.Config.Histogram stat:envoy.extensions.access_loggers.stats.v3.Config.Stat unit value_format
envoy.extensions.access_loggers.stats.v3.Config.Stat name tags:envoy.extensions.access_loggers.stats.v3.Config.Tag
envoy.extensions.access_loggers.stats.v3.Config.Tag name value_format rules:xds.type.matcher.v3.Matcher
envoy.extensions.access_loggers.stream.v3.StderrAccessLog log_format:envoy.config.core.v3.SubstitutionFormatString
envoy.extensions.access_loggers.stream.v3.StdoutAccessLog log_format:envoy.config.core.v3.SubstitutionFormatString
envoy.extensions.access_loggers.wasm.v3.WasmAccessLog config:envoy.extensions.wasm.v3.PluginConfig
envoy.extensions.bootstrap.dynamic_modules.v3.DynamicModuleBootstrapExtension dynamic_module_config:envoy.extensions.dynamic_modules.v3.DynamicModuleConfig extension_name extension_config:google.protobuf.Any
envoy.extensions.bootstrap.internal_listener.v3.InternalListener buffer_size_kb
envoy.extensions.bootstrap.reverse_tunnel.downstream_socket_interface.v3.DownstreamReverseConnectionSocketInterface stat_prefix enable_detailed_stats http_handshake:envoy.extensions.bootstrap.reverse_tunnel.downstream_socket_interface.v3.DownstreamReverseConnectionSocketInterface.HttpHandshakeConfig access_log:envoy.config.accesslog.v3.AccessLog max_reconnect_backoff maintain_interval
envoy.extensions.bootstrap.reverse_tunnel.downstream_socket_interface.v3.DownstreamReverseConnectionSocketInterface.HttpHandshakeConfig request_path additional_headers:envoy.config.core.v3.HeaderValueOption use_http_upgrade formatters:envoy.config.core.v3.TypedExtensionConfig handshake_timeout
envoy.extensions.bootstrap.reverse_tunnel.upstream_socket_interface.v3.UpstreamReverseConnectionSocketInterface stat_prefix ping_failure_threshold enable_detailed_stats reporter_config:envoy.config.core.v3.TypedExtensionConfig enable_tenant_isolation access_log:envoy.config.accesslog.v3.AccessLog max_connections_per_node
envoy.extensions.clusters.aggregate.v3.AggregateClusterResource config_source:envoy.config.core.v3.ConfigSource resource_name
envoy.extensions.clusters.aggregate.v3.ClusterConfig clusters
envoy.extensions.clusters.composite.v3.ClusterConfig clusters:envoy.extensions.clusters.composite.v3.ClusterConfig.ClusterEntry
envoy.extensions.clusters.composite.v3.ClusterConfig.ClusterEntry name
envoy.extensions.clusters.dns.v3.DnsCluster dns_refresh_rate dns_failure_refresh_rate:envoy.extensions.clusters.dns.v3.DnsCluster.RefreshRate respect_dns_ttl dns_jitter typed_dns_resolver_config:envoy.config.core.v3.TypedExtensionConfig dns_lookup_family all_addresses_in_single_endpoint dns_min_refresh_rate
envoy.extensions.clusters.dns.v3.DnsCluster.RefreshRate base_interval max_interval
envoy.extensions.clusters.dynamic_forward_proxy.v3.ClusterConfig dns_cache_config:envoy.extensions.common.dynamic_forward_proxy.v3.DnsCacheConfig sub_clusters_config:envoy.extensions.clusters.dynamic_forward_proxy.v3.SubClustersConfig allow_insecure_cluster_options allow_coalesced_connections
envoy.extensions.clusters.dynamic_forward_proxy.v3.SubClustersConfig lb_policy max_sub_clusters sub_cluster_ttl preresolve_clusters:envoy.config.core.v3.SocketAddress dns_cluster_config:envoy.extensions.clusters.dns.v3.DnsCluster
envoy.extensions.clusters.dynamic_modules.v3.ClusterConfig dynamic_module_config:envoy.extensions.dynamic_modules.v3.DynamicModuleConfig cluster_name cluster_config:google.protobuf.Any
envoy.extensions.clusters.mcp_multicluster.v3.ClusterConfig servers:envoy.extensions.clusters.mcp_multicluster.v3.ClusterConfig.McpBackend
envoy.extensions.clusters.mcp_multicluster.v3.ClusterConfig.HeaderForwarding forward_all allowed_headers:envoy.type.matcher.v3.ListStringMatcher disallowed_headers:envoy.type.matcher.v3.ListStringMatcher
envoy.extensions.clusters.mcp_multicluster.v3.ClusterConfig.McpBackend name mcp_cluster:envoy.extensions.clusters.mcp_multicluster.v3.ClusterConfig.McpCluster header_forwarding:envoy.extensions.clusters.mcp_multicluster.v3.ClusterConfig.HeaderForwarding
envoy.extensions.clusters.mcp_multicluster.v3.ClusterConfig.McpCluster cluster path timeout host_rewrite_literal
envoy.extensions.clusters.original_dst.v3.OriginalDstCluster use_http_header http_header_name upstream_port_override metadata_key:envoy.type.metadata.v3.MetadataKey
envoy.extensions.clusters.redis.v3.RedisClusterConfig cluster_refresh_rate cluster_refresh_timeout redirect_refresh_interval redirect_refresh_threshold failure_refresh_threshold host_degraded_refresh_threshold enable_zone_discovery
envoy.extensions.clusters.reverse_connection.v3.ReverseConnectionClusterConfig cleanup_interval host_id_format tenant_id_format
envoy.extensions.common.async_files.v3.AsyncFileManagerConfig id thread_pool:envoy.extensions.common.async_files.v3.AsyncFileManagerConfig.ThreadPool
envoy.extensions.common.async_files.v3.AsyncFileManagerConfig.ThreadPool thread_count
envoy.extensions.common.aws.v3.AssumeRoleCredentialProvider role_arn role_session_name external_id session_duration credential_provider:envoy.extensions.common.aws.v3.AwsCredentialProvider
envoy.extensions.common.aws.v3.AssumeRoleWithWebIdentityCredentialProvider web_identity_token_data_source:envoy.config.core.v3.DataSource role_arn role_session_name
envoy.extensions.common.aws.v3.AwsCredentialProvider assume_role_with_web_identity_provider:envoy.extensions.common.aws.v3.AssumeRoleWithWebIdentityCredentialProvider inline_credential:envoy.extensions.common.aws.v3.InlineCredentialProvider credentials_file_provider:envoy.extensions.common.aws.v3.CredentialsFileCredentialProvider custom_credential_provider_chain iam_roles_anywhere_credential_provider:envoy.extensions.common.aws.v3.IAMRolesAnywhereCredentialProvider config_credential_provider:envoy.extensions.common.aws.v3.ConfigCredentialProvider container_credential_provider:envoy.extensions.common.aws.v3.ContainerCredentialProvider environment_credential_provider:envoy.extensions.common.aws.v3.EnvironmentCredentialProvider instance_profile_credential_provider:envoy.extensions.common.aws.v3.InstanceProfileCredentialProvider assume_role_credential_provider:envoy.extensions.common.aws.v3.AssumeRoleCredentialProvider
envoy.extensions.common.aws.v3.ConfigCredentialProvider
envoy.extensions.common.aws.v3.ContainerCredentialProvider
envoy.extensions.common.aws.v3.CredentialsFileCredentialProvider credentials_data_source:envoy.config.core.v3.DataSource profile
envoy.extensions.common.aws.v3.EnvironmentCredentialProvider
envoy.extensions.common.aws.v3.IAMRolesAnywhereCredentialProvider role_arn certificate:envoy.config.core.v3.DataSource certificate_chain:envoy.config.core.v3.DataSource private_key:envoy.config.core.v3.DataSource trust_anchor_arn profile_arn role_session_name session_duration
envoy.extensions.common.aws.v3.InlineCredentialProvider access_key_id secret_access_key session_token
envoy.extensions.common.aws.v3.InstanceProfileCredentialProvider
envoy.extensions.common.dynamic_forward_proxy.v3.DnsCacheCircuitBreakers max_pending_requests
envoy.extensions.common.dynamic_forward_proxy.v3.DnsCacheConfig name dns_lookup_family dns_refresh_rate dns_min_refresh_rate host_ttl max_hosts disable_dns_refresh_on_failure dns_failure_refresh_rate:envoy.config.cluster.v3.Cluster.RefreshRate dns_cache_circuit_breaker:envoy.extensions.common.dynamic_forward_proxy.v3.DnsCacheCircuitBreakers use_tcp_for_dns_lookups dns_resolution_config:envoy.config.core.v3.DnsResolutionConfig typed_dns_resolver_config:envoy.config.core.v3.TypedExtensionConfig preresolve_hostnames:envoy.config.core.v3.SocketAddress dns_query_timeout key_value_config:envoy.config.common.key_value.v3.KeyValueStoreConfig resolved_address_filter:envoy.type.matcher.v3.AddressMatcher
envoy.extensions.common.matching.v3.ExtensionWithMatcher matcher:envoy.config.common.matcher.v3.Matcher xds_matcher:xds.type.matcher.v3.Matcher extension_config:envoy.config.core.v3.TypedExtensionConfig
envoy.extensions.common.matching.v3.ExtensionWithMatcherPerRoute xds_matcher:xds.type.matcher.v3.Matcher
envoy.extensions.common.ratelimit.v3.LocalClusterRateLimit
envoy.extensions.common.ratelimit.v3.LocalRateLimitDescriptor entries:envoy.extensions.common.ratelimit.v3.RateLimitDescriptor.Entry token_bucket:envoy.type.v3.TokenBucket shadow_mode
envoy.extensions.common.ratelimit.v3.RateLimitDescriptor entries:envoy.extensions.common.ratelimit.v3.RateLimitDescriptor.Entry limit:envoy.extensions.common.ratelimit.v3.RateLimitDescriptor.RateLimitOverride hits_addend is_negative_hits
envoy.extensions.common.ratelimit.v3.RateLimitDescriptor.Entry key value
envoy.extensions.common.ratelimit.v3.RateLimitDescriptor.RateLimitOverride requests_per_unit unit unit_multiplier
envoy.extensions.common.tap.v3.AdminConfig config_id
envoy.extensions.common.tap.v3.CommonExtensionConfig admin_config:envoy.extensions.common.tap.v3.AdminConfig static_config:envoy.config.tap.v3.TapConfig
envoy.extensions.compression.brotli.compressor.v3.Brotli quality encoder_mode window_bits input_block_bits chunk_size disable_literal_context_modeling
envoy.extensions.compression.brotli.decompressor.v3.Brotli disable_ring_buffer_reallocation chunk_size
envoy.extensions.compression.gzip.compressor.v3.Gzip memory_level compression_level compression_strategy window_bits chunk_size
envoy.extensions.compression.gzip.decompressor.v3.Gzip window_bits chunk_size max_inflate_ratio
envoy.extensions.compression.zstd.compressor.v3.Zstd compression_level enable_checksum strategy dictionary:envoy.config.core.v3.DataSource chunk_size
envoy.extensions.compression.zstd.decompressor.v3.Zstd dictionaries:envoy.config.core.v3.DataSource chunk_size
envoy.extensions.config.validators.dynamic_modules.v3.DynamicModuleConfigValidator dynamic_module_config:envoy.extensions.dynamic_modules.v3.DynamicModuleConfig extension_name extension_config:google.protobuf.Any type_urls
envoy.extensions.config.validators.minimum_clusters.v3.MinimumClustersValidator min_clusters_num
envoy.extensions.content_parsers.json.v3.JsonContentParser rules:envoy.extensions.content_parsers.json.v3.JsonContentParser.RuleConfig
envoy.extensions.content_parsers.json.v3.JsonContentParser.RuleConfig rule:envoy.extensions.filters.http.json_to_metadata.v3.JsonToMetadata.Rule stop_processing_after_matches
envoy.extensions.dynamic_modules.v3.DynamicModuleConfig name do_not_close load_globally metrics_namespace module:envoy.config.core.v3.AsyncDataSource nack_on_cache_miss
envoy.extensions.early_data.v3.DefaultEarlyDataPolicy
envoy.extensions.filters.common.dependency.v3.Dependency type name
envoy.extensions.filters.common.dependency.v3.FilterDependencies decode_required:envoy.extensions.filters.common.dependency.v3.Dependency decode_provided:envoy.extensions.filters.common.dependency.v3.Dependency encode_required:envoy.extensions.filters.common.dependency.v3.Dependency encode_provided:envoy.extensions.filters.common.dependency.v3.Dependency
envoy.extensions.filters.common.dependency.v3.MatchingRequirements data_input_allow_list:envoy.extensions.filters.common.dependency.v3.MatchingRequirements.DataInputAllowList
envoy.extensions.filters.common.dependency.v3.MatchingRequirements.DataInputAllowList type_url
envoy.extensions.filters.common.fault.v3.FaultDelay fixed_delay header_delay:envoy.extensions.filters.common.fault.v3.FaultDelay.HeaderDelay percentage:envoy.type.v3.FractionalPercent
envoy.extensions.filters.common.fault.v3.FaultDelay.HeaderDelay
envoy.extensions.filters.common.fault.v3.FaultRateLimit fixed_limit:envoy.extensions.filters.common.fault.v3.FaultRateLimit.FixedLimit header_limit:envoy.extensions.filters.common.fault.v3.FaultRateLimit.HeaderLimit percentage:envoy.type.v3.FractionalPercent
envoy.extensions.filters.common.fault.v3.FaultRateLimit.FixedLimit limit_kbps
envoy.extensions.filters.common.fault.v3.FaultRateLimit.HeaderLimit
envoy.extensions.filters.common.jwks.v3.JwksAsyncFetch fast_listener failed_refetch_duration
envoy.extensions.filters.common.jwks.v3.JwtHandshakeValidator issuer audiences local_jwks:envoy.config.core.v3.DataSource remote_jwks:envoy.extensions.filters.common.jwks.v3.RemoteJwks token_header claims_metadata_namespace allow_missing_or_failed clock_skew_seconds
envoy.extensions.filters.common.jwks.v3.RemoteJwks http_uri:envoy.config.core.v3.HttpUri cache_duration async_fetch:envoy.extensions.filters.common.jwks.v3.JwksAsyncFetch retry_policy:envoy.config.core.v3.RetryPolicy
envoy.extensions.filters.common.matcher.action.v3.SkipFilter
envoy.extensions.filters.common.set_filter_state.v3.FilterStateValue object_key factory_key format_string:envoy.config.core.v3.SubstitutionFormatString read_only shared_with_upstream skip_if_empty
envoy.extensions.filters.http.a2a.v3.A2a traffic_mode max_request_body_size parser_config:envoy.extensions.filters.http.a2a.v3.ParserConfig storage_mode
envoy.extensions.filters.http.a2a.v3.MethodParsingConfig group paths
envoy.extensions.filters.http.a2a.v3.ParserConfig method_configs*:envoy.extensions.filters.http.a2a.v3.MethodParsingConfig always_extract_attributes group_metadata_key
envoy.extensions.filters.http.adaptive_concurrency.v3.AdaptiveConcurrency gradient_controller_config:envoy.extensions.filters.http.adaptive_concurrency.v3.GradientControllerConfig enabled:envoy.config.core.v3.RuntimeFeatureFlag concurrency_limit_exceeded_status:envoy.type.v3.HttpStatus
envoy.extensions.filters.http.adaptive_concurrency.v3.GradientControllerConfig sample_aggregate_percentile:envoy.type.v3.Percent concurrency_limit_params:envoy.extensions.filters.http.adaptive_concurrency.v3.GradientControllerConfig.ConcurrencyLimitCalculationParams min_rtt_calc_params:envoy.extensions.filters.http.adaptive_concurrency.v3.GradientControllerConfig.MinimumRTTCalculationParams
envoy.extensions.filters.http.adaptive_concurrency.v3.GradientControllerConfig.ConcurrencyLimitCalculationParams max_concurrency_limit concurrency_update_interval min_concurrency_limit
envoy.extensions.filters.http.adaptive_concurrency.v3.GradientControllerConfig.MinimumRTTCalculationParams interval fixed_value request_count jitter:envoy.type.v3.Percent min_concurrency buffer:envoy.type.v3.Percent
envoy.extensions.filters.http.admission_control.v3.AdmissionControl enabled:envoy.config.core.v3.RuntimeFeatureFlag success_criteria:envoy.extensions.filters.http.admission_control.v3.AdmissionControl.SuccessCriteria sampling_window aggression:envoy.config.core.v3.RuntimeDouble sr_threshold:envoy.config.core.v3.RuntimePercent rps_threshold:envoy.config.core.v3.RuntimeUInt32 max_rejection_probability:envoy.config.core.v3.RuntimePercent
envoy.extensions.filters.http.admission_control.v3.AdmissionControl.SuccessCriteria http_criteria:envoy.extensions.filters.http.admission_control.v3.AdmissionControl.SuccessCriteria.HttpCriteria grpc_criteria:envoy.extensions.filters.http.admission_control.v3.AdmissionControl.SuccessCriteria.GrpcCriteria
envoy.extensions.filters.http.admission_control.v3.AdmissionControl.SuccessCriteria.GrpcCriteria grpc_success_status
envoy.extensions.filters.http.admission_control.v3.AdmissionControl.SuccessCriteria.HttpCriteria http_success_status:envoy.type.v3.Int32Range
envoy.extensions.filters.http.ai_protocol_manager.v3.AiProtocolManager request_handling:envoy.extensions.filters.http.ai_protocol_manager.v3.RequestHandling response_handling:envoy.extensions.filters.http.ai_protocol_manager.v3.ResponseHandling filters:envoy.config.core.v3.TypedExtensionConfig
envoy.extensions.filters.http.ai_protocol_manager.v3.AiProtocolManagerPerRoute request:envoy.extensions.filters.http.ai_protocol_manager.v3.RequestPerRoute response:envoy.extensions.filters.http.ai_protocol_manager.v3.ResponsePerRoute
envoy.extensions.filters.http.ai_protocol_manager.v3.RequestHandling parse_unconfigured_routes limits:envoy.extensions.filters.http.ai_protocol_manager.v3.RequestParsingLimits reserialize_body
envoy.extensions.filters.http.ai_protocol_manager.v3.RequestParsingLimits inline_string_threshold_bytes
envoy.extensions.filters.http.ai_protocol_manager.v3.RequestPerRoute llm_protocol
envoy.extensions.filters.http.ai_protocol_manager.v3.ResponseHandling token_usage:envoy.extensions.filters.http.ai_protocol_manager.v3.TokenUsageExtraction
envoy.extensions.filters.http.ai_protocol_manager.v3.ResponsePerRoute llm_protocol
envoy.extensions.filters.http.ai_protocol_manager.v3.TokenUsageExtraction include_unconfigured_routes default_llm_protocol metadata_namespace limits:envoy.extensions.filters.http.ai_protocol_manager.v3.TokenUsageExtractionLimits usage_signal
envoy.extensions.filters.http.ai_protocol_manager.v3.TokenUsageExtractionLimits max_sse_event_size max_json_body_size max_parsed_sse_events
envoy.extensions.filters.http.alternate_protocols_cache.v3.FilterConfig alternate_protocols_cache_options:envoy.config.core.v3.AlternateProtocolsCacheOptions
envoy.extensions.filters.http.api_key_auth.v3.ApiKeyAuth credentials:envoy.extensions.filters.http.api_key_auth.v3.Credential key_sources:envoy.extensions.filters.http.api_key_auth.v3.KeySource forwarding:envoy.extensions.filters.http.api_key_auth.v3.Forwarding
envoy.extensions.filters.http.api_key_auth.v3.ApiKeyAuthPerRoute credentials:envoy.extensions.filters.http.api_key_auth.v3.Credential key_sources:envoy.extensions.filters.http.api_key_auth.v3.KeySource allowed_clients forwarding:envoy.extensions.filters.http.api_key_auth.v3.Forwarding
envoy.extensions.filters.http.api_key_auth.v3.Credential key client
envoy.extensions.filters.http.api_key_auth.v3.Forwarding header hide_credentials
envoy.extensions.filters.http.api_key_auth.v3.KeySource header query cookie
envoy.extensions.filters.http.aws_eventstream_parser.v3.AwsEventstreamParser response_rules:envoy.extensions.filters.http.aws_eventstream_parser.v3.AwsEventstreamParser.ProcessingRules
envoy.extensions.filters.http.aws_eventstream_parser.v3.AwsEventstreamParser.HeaderKeyValuePair metadata_namespace key value=
envoy.extensions.filters.http.aws_eventstream_parser.v3.AwsEventstreamParser.HeaderRule header_name on_present:envoy.extensions.filters.http.aws_eventstream_parser.v3.AwsEventstreamParser.HeaderKeyValuePair on_missing:envoy.extensions.filters.http.aws_eventstream_parser.v3.AwsEventstreamParser.HeaderKeyValuePair stop_processing_after_matches
envoy.extensions.filters.http.aws_eventstream_parser.v3.AwsEventstreamParser.ProcessingRules content_parser:envoy.config.core.v3.TypedExtensionConfig header_rules:envoy.extensions.filters.http.aws_eventstream_parser.v3.AwsEventstreamParser.HeaderRule
envoy.extensions.filters.http.aws_lambda.v3.Config arn payload_passthrough invocation_mode host_rewrite credentials_profile credentials:envoy.extensions.filters.http.aws_lambda.v3.Credentials match_excluded_headers:envoy.type.matcher.v3.StringMatcher match_included_headers:envoy.type.matcher.v3.StringMatcher
envoy.extensions.filters.http.aws_lambda.v3.Credentials access_key_id secret_access_key session_token
envoy.extensions.filters.http.aws_lambda.v3.PerRouteConfig invoke_config:envoy.extensions.filters.http.aws_lambda.v3.Config
envoy.extensions.filters.http.aws_request_signing.v3.AwsRequestSigning service_name region host_rewrite use_unsigned_payload match_excluded_headers:envoy.type.matcher.v3.StringMatcher signing_algorithm query_string:envoy.extensions.filters.http.aws_request_signing.v3.AwsRequestSigning.QueryString credential_provider:envoy.extensions.common.aws.v3.AwsCredentialProvider match_included_headers:envoy.type.matcher.v3.StringMatcher
envoy.extensions.filters.http.aws_request_signing.v3.AwsRequestSigning.QueryString expiration_time
envoy.extensions.filters.http.aws_request_signing.v3.AwsRequestSigningPerRoute aws_request_signing:envoy.extensions.filters.http.aws_request_signing.v3.AwsRequestSigning stat_prefix
envoy.extensions.filters.http.bandwidth_limit.v3.BandwidthLimit stat_prefix enable_mode limit_kbps fill_interval runtime_enabled:envoy.config.core.v3.RuntimeFeatureFlag enable_response_trailers response_trailer_prefix
envoy.extensions.filters.http.bandwidth_share.v3.BandwidthShare request_limit:envoy.extensions.filters.http.bandwidth_share.v3.BandwidthShare.Limit response_limit:envoy.extensions.filters.http.bandwidth_share.v3.BandwidthShare.Limit fill_interval enable_response_trailers response_trailer_prefix tenant_name_selector:xds.type.matcher.v3.Matcher tenant_configs*:envoy.extensions.filters.http.bandwidth_share.v3.BandwidthShare.TenantConfig default_tenant_config:envoy.extensions.filters.http.bandwidth_share.v3.BandwidthShare.TenantConfig
envoy.extensions.filters.http.bandwidth_share.v3.BandwidthShare.Limit bucket_id kbps:envoy.config.core.v3.RuntimeUInt32
envoy.extensions.filters.http.bandwidth_share.v3.BandwidthShare.TenantConfig weight include_stats_tag
envoy.extensions.filters.http.basic_auth.v3.BasicAuth users:envoy.config.core.v3.DataSource forward_username_header authentication_header allow_missing emit_dynamic_metadata realm
envoy.extensions.filters.http.basic_auth.v3.BasicAuthPerRoute users:envoy.config.core.v3.DataSource realm
envoy.extensions.filters.http.body_size_limit.v3.BodySizeLimit max_request_bytes
envoy.extensions.filters.http.buffer.v3.Buffer max_request_bytes
envoy.extensions.filters.http.buffer.v3.BufferPerRoute disabled buffer:envoy.extensions.filters.http.buffer.v3.Buffer
envoy.extensions.filters.http.cache.v3.CacheConfig typed_config:google.protobuf.Any disabled allowed_vary_headers:envoy.type.matcher.v3.StringMatcher key_creator_params:envoy.extensions.filters.http.cache.v3.CacheConfig.KeyCreatorParams max_body_bytes ignore_request_cache_control_header
envoy.extensions.filters.http.cache.v3.CacheConfig.KeyCreatorParams exclude_scheme exclude_host query_parameters_included:envoy.config.route.v3.QueryParameterMatcher query_parameters_excluded:envoy.config.route.v3.QueryParameterMatcher
envoy.extensions.filters.http.cache_v2.v3.CacheV2Config typed_config:google.protobuf.Any disabled allowed_vary_headers:envoy.type.matcher.v3.StringMatcher key_creator_params:envoy.extensions.filters.http.cache_v2.v3.CacheV2Config.KeyCreatorParams max_body_bytes ignore_request_cache_control_header override_upstream_cluster
envoy.extensions.filters.http.cache_v2.v3.CacheV2Config.KeyCreatorParams exclude_scheme exclude_host query_parameters_included:envoy.config.route.v3.QueryParameterMatcher query_parameters_excluded:envoy.config.route.v3.QueryParameterMatcher
envoy.extensions.filters.http.cdn_loop.v3.CdnLoopConfig cdn_id max_allowed_occurrences
envoy.extensions.filters.http.composite.v3.Composite named_filter_chains*:envoy.extensions.filters.http.composite.v3.FilterChainConfiguration matcher:xds.type.matcher.v3.Matcher
envoy.extensions.filters.http.composite.v3.CompositePerRoute matcher:xds.type.matcher.v3.Matcher
envoy.extensions.filters.http.composite.v3.DynamicConfig name config_discovery:envoy.config.core.v3.ExtensionConfigSource
envoy.extensions.filters.http.composite.v3.ExecuteFilterAction typed_config:envoy.config.core.v3.TypedExtensionConfig dynamic_config:envoy.extensions.filters.http.composite.v3.DynamicConfig filter_chain:envoy.extensions.filters.http.composite.v3.FilterChainConfiguration filter_chain_name sample_percent:envoy.config.core.v3.RuntimeFractionalPercent
envoy.extensions.filters.http.composite.v3.FilterChainConfiguration typed_config:envoy.config.core.v3.TypedExtensionConfig
envoy.extensions.filters.http.compressor.v3.Compressor content_length content_type disable_on_etag_header remove_accept_encoding_header runtime_enabled:envoy.config.core.v3.RuntimeFeatureFlag compressor_library:envoy.config.core.v3.TypedExtensionConfig request_direction_config:envoy.extensions.filters.http.compressor.v3.Compressor.RequestDirectionConfig response_direction_config:envoy.extensions.filters.http.compressor.v3.Compressor.ResponseDirectionConfig choose_first
envoy.extensions.filters.http.compressor.v3.Compressor.CommonDirectionConfig enabled:envoy.config.core.v3.RuntimeFeatureFlag min_content_length content_type content_type_matcher:envoy.type.matcher.v3.StringMatcher
envoy.extensions.filters.http.compressor.v3.Compressor.RequestDirectionConfig common_config:envoy.extensions.filters.http.compressor.v3.Compressor.CommonDirectionConfig
envoy.extensions.filters.http.compressor.v3.Compressor.ResponseDirectionConfig common_config:envoy.extensions.filters.http.compressor.v3.Compressor.CommonDirectionConfig disable_on_etag_header weaken_etag_on_compress remove_accept_encoding_header uncompressible_response_codes status_header_enabled
envoy.extensions.filters.http.compressor.v3.CompressorOverrides response_direction_config:envoy.extensions.filters.http.compressor.v3.ResponseDirectionOverrides compressor_library:envoy.config.core.v3.TypedExtensionConfig
envoy.extensions.filters.http.compressor.v3.CompressorPerRoute disabled overrides:envoy.extensions.filters.http.compressor.v3.CompressorOverrides
envoy.extensions.filters.http.compressor.v3.ResponseDirectionOverrides remove_accept_encoding_header
envoy.extensions.filters.http.connect_grpc_bridge.v3.FilterConfig
envoy.extensions.filters.http.cors.v3.Cors
envoy.extensions.filters.http.cors.v3.CorsPolicy allow_origin_string_match:envoy.type.matcher.v3.StringMatcher allow_methods allow_headers expose_headers max_age allow_credentials filter_enabled:envoy.config.core.v3.RuntimeFractionalPercent shadow_enabled:envoy.config.core.v3.RuntimeFractionalPercent allow_private_network_access forward_not_matching_preflights
envoy.extensions.filters.http.credential_injector.v3.CredentialInjector overwrite allow_request_without_credential credential:envoy.config.core.v3.TypedExtensionConfig
envoy.extensions.filters.http.csrf.v3.CsrfPolicy filter_enabled:envoy.config.core.v3.RuntimeFractionalPercent shadow_enabled:envoy.config.core.v3.RuntimeFractionalPercent additional_origins:envoy.type.matcher.v3.StringMatcher
envoy.extensions.filters.http.custom_response.v3.CustomResponse custom_response_matcher:xds.type.matcher.v3.Matcher
envoy.extensions.filters.http.decompressor.v3.Decompressor decompressor_library:envoy.config.core.v3.TypedExtensionConfig request_direction_config:envoy.extensions.filters.http.decompressor.v3.Decompressor.RequestDirectionConfig response_direction_config:envoy.extensions.filters.http.decompressor.v3.Decompressor.ResponseDirectionConfig
envoy.extensions.filters.http.decompressor.v3.Decompressor.CommonDirectionConfig enabled:envoy.config.core.v3.RuntimeFeatureFlag ignore_no_transform_header
envoy.extensions.filters.http.decompressor.v3.Decompressor.RequestDirectionConfig common_config:envoy.extensions.filters.http.decompressor.v3.Decompressor.CommonDirectionConfig advertise_accept_encoding
envoy.extensions.filters.http.decompressor.v3.Decompressor.ResponseDirectionConfig common_config:envoy.extensions.filters.http.decompressor.v3.Decompressor.CommonDirectionConfig
envoy.extensions.filters.http.dynamic_forward_proxy.v3.FilterConfig dns_cache_config:envoy.extensions.common.dynamic_forward_proxy.v3.DnsCacheConfig sub_cluster_config:envoy.extensions.filters.http.dynamic_forward_proxy.v3.SubClusterConfig save_upstream_address allow_dynamic_host_from_filter_state
envoy.extensions.filters.http.dynamic_forward_proxy.v3.PerRouteConfig host_rewrite_literal host_rewrite_header
envoy.extensions.filters.http.dynamic_forward_proxy.v3.SubClusterConfig cluster_init_timeout
envoy.extensions.filters.http.dynamic_modules.v3.DynamicModuleFilter dynamic_module_config:envoy.extensions.dynamic_modules.v3.DynamicModuleConfig filter_name filter_config:google.protobuf.Any terminal_filter
envoy.extensions.filters.http.dynamic_modules.v3.DynamicModuleFilterPerRoute dynamic_module_config:envoy.extensions.dynamic_modules.v3.DynamicModuleConfig per_route_config_name filter_name filter_config:google.protobuf.Any
envoy.extensions.filters.http.ext_authz.v3.AuthorizationRequest allowed_headers:envoy.type.matcher.v3.ListStringMatcher headers_to_add:envoy.config.core.v3.HeaderValue
envoy.extensions.filters.http.ext_authz.v3.AuthorizationResponse allowed_upstream_headers:envoy.type.matcher.v3.ListStringMatcher allowed_upstream_headers_to_append:envoy.type.matcher.v3.ListStringMatcher allowed_client_headers:envoy.type.matcher.v3.ListStringMatcher allowed_client_headers_on_success:envoy.type.matcher.v3.ListStringMatcher dynamic_metadata_from_headers:envoy.type.matcher.v3.ListStringMatcher
envoy.extensions.filters.http.ext_authz.v3.BufferSettings max_request_bytes allow_partial_message pack_as_bytes
envoy.extensions.filters.http.ext_authz.v3.CheckSettings context_extensions* disable_request_body_buffering with_request_body:envoy.extensions.filters.http.ext_authz.v3.BufferSettings grpc_service:envoy.config.core.v3.GrpcService http_service:envoy.extensions.filters.http.ext_authz.v3.HttpService emit_client_span
envoy.extensions.filters.http.ext_authz.v3.ExtAuthz grpc_service:envoy.config.core.v3.GrpcService http_service:envoy.extensions.filters.http.ext_authz.v3.HttpService transport_api_version failure_mode_allow failure_mode_allow_header_add with_request_body:envoy.extensions.filters.http.ext_authz.v3.BufferSettings clear_route_cache clear_route_cache_headers status_on_error:envoy.type.v3.HttpStatus validate_mutations metadata_context_namespaces typed_metadata_context_namespaces route_metadata_context_namespaces route_typed_metadata_context_namespaces filter_enabled:envoy.config.core.v3.RuntimeFractionalPercent filter_enabled_metadata:envoy.type.matcher.v3.MetadataMatcher deny_at_disable:envoy.config.core.v3.RuntimeFeatureFlag include_peer_certificate stat_prefix bootstrap_metadata_labels_key allowed_headers:envoy.type.matcher.v3.ListStringMatcher disallowed_headers:envoy.type.matcher.v3.ListStringMatcher include_tls_session charge_cluster_response_stats encode_raw_headers decoder_header_mutation_rules:envoy.config.common.mutation_rules.v3.HeaderMutationRules enable_dynamic_metadata_ingestion filter_metadata= emit_filter_state_stats max_denied_response_body_bytes enforce_response_header_limits shadow_mode emit_client_span
envoy.extensions.filters.http.ext_authz.v3.ExtAuthzPerRoute disabled check_settings:envoy.extensions.filters.http.ext_authz.v3.CheckSettings
envoy.extensions.filters.http.ext_authz.v3.HttpService server_uri:envoy.config.core.v3.HttpUri path_prefix path_override authorization_request:envoy.extensions.filters.http.ext_authz.v3.AuthorizationRequest authorization_response:envoy.extensions.filters.http.ext_authz.v3.AuthorizationResponse retry_policy:envoy.config.core.v3.RetryPolicy
envoy.extensions.filters.http.ext_authz.v3.ShadowDecision check_result status_code response_headers:envoy.config.core.v3.HeaderValue
envoy.extensions.filters.http.ext_proc.v3.ExtProcHttpService http_service:envoy.config.core.v3.HttpService
envoy.extensions.filters.http.ext_proc.v3.ExtProcOverrides processing_mode:envoy.extensions.filters.http.ext_proc.v3.ProcessingMode async_mode request_attributes response_attributes grpc_service:envoy.config.core.v3.GrpcService metadata_options:envoy.extensions.filters.http.ext_proc.v3.MetadataOptions grpc_initial_metadata:envoy.config.core.v3.HeaderValue failure_mode_allow processing_request_modifier:envoy.config.core.v3.TypedExtensionConfig emit_client_span
envoy.extensions.filters.http.ext_proc.v3.ExtProcPerRoute disabled overrides:envoy.extensions.filters.http.ext_proc.v3.ExtProcOverrides
envoy.extensions.filters.http.ext_proc.v3.ExternalProcessor grpc_service:envoy.config.core.v3.GrpcService http_service:envoy.extensions.filters.http.ext_proc.v3.ExtProcHttpService failure_mode_allow processing_mode:envoy.extensions.filters.http.ext_proc.v3.ProcessingMode request_attributes response_attributes message_timeout stat_prefix mutation_rules:envoy.config.common.mutation_rules.v3.HeaderMutationRules max_message_timeout forward_rules:envoy.extensions.filters.http.ext_proc.v3.HeaderForwardingRules filter_metadata= allow_mode_override disable_immediate_response metadata_options:envoy.extensions.filters.http.ext_proc.v3.MetadataOptions observability_mode disable_clear_route_cache route_cache_action deferred_close_timeout send_body_without_waiting_for_header_response allowed_override_modes:envoy.extensions.filters.http.ext_proc.v3.ProcessingMode processing_request_modifier:envoy.config.core.v3.TypedExtensionConfig on_processing_response:envoy.config.core.v3.TypedExtensionConfig status_on_error:envoy.type.v3.HttpStatus allow_content_length_header emit_client_span
envoy.extensions.filters.http.ext_proc.v3.HeaderForwardingRules allowed_headers:envoy.type.matcher.v3.ListStringMatcher disallowed_headers:envoy.type.matcher.v3.ListStringMatcher
envoy.extensions.filters.http.ext_proc.v3.MetadataOptions forwarding_namespaces:envoy.extensions.filters.http.ext_proc.v3.MetadataOptions.MetadataNamespaces receiving_namespaces:envoy.extensions.filters.http.ext_proc.v3.MetadataOptions.MetadataNamespaces cluster_metadata_forwarding_namespaces:envoy.extensions.filters.http.ext_proc.v3.MetadataOptions.MetadataNamespaces
envoy.extensions.filters.http.ext_proc.v3.MetadataOptions.MetadataNamespaces untyped typed
envoy.extensions.filters.http.ext_proc.v3.ProcessingMode request_header_mode response_header_mode request_body_mode response_body_mode request_trailer_mode response_trailer_mode
envoy.extensions.filters.http.fault.v3.FaultAbort http_status grpc_status header_abort:envoy.extensions.filters.http.fault.v3.FaultAbort.HeaderAbort percentage:envoy.type.v3.FractionalPercent response_body
envoy.extensions.filters.http.fault.v3.FaultAbort.HeaderAbort
envoy.extensions.filters.http.fault.v3.HTTPFault delay:envoy.extensions.filters.common.fault.v3.FaultDelay abort:envoy.extensions.filters.http.fault.v3.FaultAbort upstream_cluster headers:envoy.config.route.v3.HeaderMatcher downstream_nodes max_active_faults response_rate_limit:envoy.extensions.filters.common.fault.v3.FaultRateLimit delay_percent_runtime abort_percent_runtime delay_duration_runtime abort_http_status_runtime max_active_faults_runtime response_rate_limit_percent_runtime abort_grpc_status_runtime disable_downstream_cluster_stats filter_metadata=
envoy.extensions.filters.http.file_server.v3.FileServerConfig manager_config:envoy.extensions.common.async_files.v3.AsyncFileManagerConfig path_mappings:envoy.extensions.filters.http.file_server.v3.FileServerConfig.PathMapping content_types* default_content_type directory_behaviors:envoy.extensions.filters.http.file_server.v3.FileServerConfig.DirectoryBehavior
envoy.extensions.filters.http.file_server.v3.FileServerConfig.DirectoryBehavior default_file list:envoy.extensions.filters.http.file_server.v3.FileServerConfig.DirectoryBehavior.List
envoy.extensions.filters.http.file_server.v3.FileServerConfig.DirectoryBehavior.List
envoy.extensions.filters.http.file_server.v3.FileServerConfig.PathMapping request_path_prefix file_path_prefix
envoy.extensions.filters.http.file_system_buffer.v3.BufferBehavior stream_when_possible:envoy.extensions.filters.http.file_system_buffer.v3.BufferBehavior.StreamWhenPossible bypass:envoy.extensions.filters.http.file_system_buffer.v3.BufferBehavior.Bypass inject_content_length_if_necessary:envoy.extensions.filters.http.file_system_buffer.v3.BufferBehavior.InjectContentLengthIfNecessary fully_buffer_and_always_inject_content_length:envoy.extensions.filters.http.file_system_buffer.v3.BufferBehavior.FullyBufferAndAlwaysInjectContentLength fully_buffer:envoy.extensions.filters.http.file_system_buffer.v3.BufferBehavior.FullyBuffer
envoy.extensions.filters.http.file_system_buffer.v3.BufferBehavior.Bypass
envoy.extensions.filters.http.file_system_buffer.v3.BufferBehavior.FullyBuffer
envoy.extensions.filters.http.file_system_buffer.v3.BufferBehavior.FullyBufferAndAlwaysInjectContentLength
envoy.extensions.filters.http.file_system_buffer.v3.BufferBehavior.InjectContentLengthIfNecessary
envoy.extensions.filters.http.file_system_buffer.v3.BufferBehavior.StreamWhenPossible
envoy.extensions.filters.http.file_system_buffer.v3.FileSystemBufferFilterConfig manager_config:envoy.extensions.common.async_files.v3.AsyncFileManagerConfig storage_buffer_path request:envoy.extensions.filters.http.file_system_buffer.v3.StreamConfig response:envoy.extensions.filters.http.file_system_buffer.v3.StreamConfig
envoy.extensions.filters.http.file_system_buffer.v3.StreamConfig behavior:envoy.extensions.filters.http.file_system_buffer.v3.BufferBehavior memory_buffer_bytes_limit storage_buffer_bytes_limit storage_buffer_queue_high_watermark_bytes
envoy.extensions.filters.http.filter_chain.v3.FilterChain filters:envoy.config.core.v3.TypedExtensionConfig
envoy.extensions.filters.http.filter_chain.v3.FilterChainConfig default_filter_chain:envoy.extensions.filters.http.filter_chain.v3.FilterChain
envoy.extensions.filters.http.filter_chain.v3.FilterChainConfigPerRoute filter_chain:envoy.extensions.filters.http.filter_chain.v3.FilterChain
envoy.extensions.filters.http.gcp_authn.v3.Audience url access_token:envoy.extensions.filters.http.gcp_authn.v3.Audience.AccessToken bound_jwt:envoy.extensions.filters.http.gcp_authn.v3.Audience.BoundJwt bound_access_token:envoy.extensions.filters.http.gcp_authn.v3.Audience.BoundAccessToken iam_access_token:envoy.extensions.filters.http.gcp_authn.v3.Audience.IAMAccessToken
envoy.extensions.filters.http.gcp_authn.v3.Audience.AccessToken scopes
envoy.extensions.filters.http.gcp_authn.v3.Audience.BoundAccessToken scopes
envoy.extensions.filters.http.gcp_authn.v3.Audience.BoundJwt url
envoy.extensions.filters.http.gcp_authn.v3.Audience.IAMAccessToken account authorization scopes
envoy.extensions.filters.http.gcp_authn.v3.GcpAuthnFilterConfig http_uri:envoy.config.core.v3.HttpUri retry_policy:envoy.config.core.v3.RetryPolicy cache_config:envoy.extensions.filters.http.gcp_authn.v3.TokenCacheConfig token_header:envoy.extensions.filters.http.gcp_authn.v3.TokenHeader token_metadata_key cluster timeout audience:envoy.extensions.filters.http.gcp_authn.v3.Audience
envoy.extensions.filters.http.gcp_authn.v3.TokenCacheConfig cache_size
envoy.extensions.filters.http.gcp_authn.v3.TokenHeader name value_prefix preserve_existing:envoy.extensions.filters.http.gcp_authn.v3.TokenHeader.PreserveExisting
envoy.extensions.filters.http.gcp_authn.v3.TokenHeader.PreserveExisting
envoy.extensions.filters.http.geoip.v3.Geoip xff_config:envoy.extensions.filters.http.geoip.v3.Geoip.XffConfig custom_header_config:envoy.extensions.filters.http.geoip.v3.Geoip.CustomHeaderConfig provider:envoy.config.core.v3.TypedExtensionConfig
envoy.extensions.filters.http.geoip.v3.Geoip.CustomHeaderConfig header_name
envoy.extensions.filters.http.geoip.v3.Geoip.XffConfig xff_num_trusted_hops
envoy.extensions.filters.http.grpc_field_extraction.v3.FieldExtractions request_field_extractions*:envoy.extensions.filters.http.grpc_field_extraction.v3.RequestFieldValueDisposition
envoy.extensions.filters.http.grpc_field_extraction.v3.GrpcFieldExtractionConfig descriptor_set:envoy.config.core.v3.DataSource extractions_by_method*:envoy.extensions.filters.http.grpc_field_extraction.v3.FieldExtractions
envoy.extensions.filters.http.grpc_field_extraction.v3.RequestFieldValueDisposition dynamic_metadata metadata_key
envoy.extensions.filters.http.grpc_http1_bridge.v3.Config upgrade_protobuf_to_grpc ignore_query_parameters
envoy.extensions.filters.http.grpc_http1_reverse_bridge.v3.FilterConfig content_type withhold_grpc_frames response_size_header
envoy.extensions.filters.http.grpc_http1_reverse_bridge.v3.FilterConfigPerRoute disabled
envoy.extensions.filters.http.grpc_json_reverse_transcoder.v3.GrpcJsonReverseTranscoder descriptor_path descriptor_binary max_request_body_size max_response_body_size api_version_header request_json_print_options:envoy.extensions.filters.http.grpc_json_reverse_transcoder.v3.GrpcJsonReverseTranscoder.PrintOptions
envoy.extensions.filters.http.grpc_json_reverse_transcoder.v3.GrpcJsonReverseTranscoder.PrintOptions always_print_primitive_fields always_print_enums_as_ints use_canonical_field_names
envoy.extensions.filters.http.grpc_json_transcoder.v3.GrpcJsonTranscoder proto_descriptor proto_descriptor_bin services print_options:envoy.extensions.filters.http.grpc_json_transcoder.v3.GrpcJsonTranscoder.PrintOptions match_incoming_request_route ignored_query_parameters auto_mapping ignore_unknown_query_parameters convert_grpc_status url_unescape_spec query_param_unescape_plus match_unregistered_custom_verb request_validation_options:envoy.extensions.filters.http.grpc_json_transcoder.v3.GrpcJsonTranscoder.RequestValidationOptions case_insensitive_enum_parsing max_request_body_size max_response_body_size capture_unknown_query_parameters
envoy.extensions.filters.http.grpc_json_transcoder.v3.GrpcJsonTranscoder.PrintOptions add_whitespace always_print_primitive_fields always_print_enums_as_ints preserve_proto_field_names stream_newline_delimited stream_sse_style_delimited
envoy.extensions.filters.http.grpc_json_transcoder.v3.GrpcJsonTranscoder.RequestValidationOptions reject_unknown_method reject_unknown_query_parameters reject_binding_body_field_collisions
envoy.extensions.filters.http.grpc_json_transcoder.v3.UnknownQueryParams key*:envoy.extensions.filters.http.grpc_json_transcoder.v3.UnknownQueryParams.Values
envoy.extensions.filters.http.grpc_json_transcoder.v3.UnknownQueryParams.Values values
envoy.extensions.filters.http.grpc_stats.v3.FilterConfig emit_filter_state individual_method_stats_allowlist:envoy.config.core.v3.GrpcMethodList stats_for_all_methods enable_upstream_stats replace_dots_in_grpc_service_name
envoy.extensions.filters.http.grpc_stats.v3.FilterObject request_message_count response_message_count
envoy.extensions.filters.http.grpc_web.v3.GrpcWeb
envoy.extensions.filters.http.gzip.v3.Gzip memory_level compression_level compression_strategy window_bits compressor:envoy.extensions.filters.http.compressor.v3.Compressor chunk_size
envoy.extensions.filters.http.gzip.v3.Gzip.CompressionLevel
envoy.extensions.filters.http.header_mutation.v3.HeaderMutation mutations:envoy.extensions.filters.http.header_mutation.v3.Mutations most_specific_header_mutations_wins
envoy.extensions.filters.http.header_mutation.v3.HeaderMutationPerRoute mutations:envoy.extensions.filters.http.header_mutation.v3.Mutations
envoy.extensions.filters.http.header_mutation.v3.Mutations request_mutations:envoy.config.common.mutation_rules.v3.HeaderMutation query_parameter_mutations:envoy.config.core.v3.KeyValueMutation response_mutations:envoy.config.common.mutation_rules.v3.HeaderMutation response_trailers_mutations:envoy.config.common.mutation_rules.v3.HeaderMutation request_trailers_mutations:envoy.config.common.mutation_rules.v3.HeaderMutation formatters:envoy.config.core.v3.TypedExtensionConfig
envoy.extensions.filters.http.header_to_metadata.v3.Config request_rules:envoy.extensions.filters.http.header_to_metadata.v3.Config.Rule response_rules:envoy.extensions.filters.http.header_to_metadata.v3.Config.Rule stat_prefix
envoy.extensions.filters.http.header_to_metadata.v3.Config.KeyValuePair metadata_namespace key value regex_value_rewrite:envoy.type.matcher.v3.RegexMatchAndSubstitute type encode
envoy.extensions.filters.http.header_to_metadata.v3.Config.Rule header cookie on_header_present:envoy.extensions.filters.http.header_to_metadata.v3.Config.KeyValuePair on_header_missing:envoy.extensions.filters.http.header_to_metadata.v3.Config.KeyValuePair remove
envoy.extensions.filters.http.health_check.v3.HealthCheck pass_through_mode cache_time cluster_min_healthy_percentages*:envoy.type.v3.Percent headers:envoy.config.route.v3.HeaderMatcher
envoy.extensions.filters.http.ip_tagging.v3.IPTagging request_type ip_tags:envoy.extensions.filters.http.ip_tagging.v3.IPTagging.IPTag ip_tag_header:envoy.extensions.filters.http.ip_tagging.v3.IPTagging.IpTagHeader ip_tags_datasource:envoy.config.core.v3.DataSource
envoy.extensions.filters.http.ip_tagging.v3.IPTagging.IPTag ip_tag_name ip_list:envoy.config.core.v3.CidrRange
envoy.extensions.filters.http.ip_tagging.v3.IPTagging.IPTags ip_tags:envoy.extensions.filters.http.ip_tagging.v3.IPTagging.IPTag
envoy.extensions.filters.http.ip_tagging.v3.IPTagging.IpTagHeader header action
envoy.extensions.filters.http.json_to_metadata.v3.JsonToMetadata request_rules:envoy.extensions.filters.http.json_to_metadata.v3.JsonToMetadata.MatchRules response_rules:envoy.extensions.filters.http.json_to_metadata.v3.JsonToMetadata.MatchRules
envoy.extensions.filters.http.json_to_metadata.v3.JsonToMetadata.KeyValuePair metadata_namespace key value= type preserve_existing_metadata_value
envoy.extensions.filters.http.json_to_metadata.v3.JsonToMetadata.MatchRules rules:envoy.extensions.filters.http.json_to_metadata.v3.JsonToMetadata.Rule allow_content_types allow_empty_content_type allow_content_types_regex:envoy.type.matcher.v3.RegexMatcher
envoy.extensions.filters.http.json_to_metadata.v3.JsonToMetadata.Rule selectors:envoy.extensions.filters.http.json_to_metadata.v3.JsonToMetadata.Selector on_present:envoy.extensions.filters.http.json_to_metadata.v3.JsonToMetadata.KeyValuePair on_missing:envoy.extensions.filters.http.json_to_metadata.v3.JsonToMetadata.KeyValuePair on_error:envoy.extensions.filters.http.json_to_metadata.v3.JsonToMetadata.KeyValuePair
envoy.extensions.filters.http.json_to_metadata.v3.JsonToMetadata.Selector key
envoy.extensions.filters.http.jwt_authn.v3.ExtractOnlyWithoutValidation verification_status_header
envoy.extensions.filters.http.jwt_authn.v3.FilterStateRule name requires*:envoy.extensions.filters.http.jwt_authn.v3.JwtRequirement
envoy.extensions.filters.http.jwt_authn.v3.JwksAsyncFetch fast_listener failed_refetch_duration
envoy.extensions.filters.http.jwt_authn.v3.JwtAuthentication providers*:envoy.extensions.filters.http.jwt_authn.v3.JwtProvider rules:envoy.extensions.filters.http.jwt_authn.v3.RequirementRule filter_state_rules:envoy.extensions.filters.http.jwt_authn.v3.FilterStateRule bypass_cors_preflight requirement_map*:envoy.extensions.filters.http.jwt_authn.v3.JwtRequirement strip_failure_response stat_prefix
envoy.extensions.filters.http.jwt_authn.v3.JwtCacheConfig jwt_cache_size jwt_max_token_size
envoy.extensions.filters.http.jwt_authn.v3.JwtClaimToHeader header_name claim_name claim_path:envoy.extensions.filters.http.jwt_authn.v3.JwtClaimToHeader.PathSegment
envoy.extensions.filters.http.jwt_authn.v3.JwtClaimToHeader.PathSegment key
envoy.extensions.filters.http.jwt_authn.v3.JwtHeader name value_prefix
envoy.extensions.filters.http.jwt_authn.v3.JwtProvider issuer audiences subjects:envoy.type.matcher.v3.StringMatcher require_expiration max_lifetime remote_jwks:envoy.extensions.filters.http.jwt_authn.v3.RemoteJwks local_jwks:envoy.config.core.v3.DataSource forward from_headers:envoy.extensions.filters.http.jwt_authn.v3.JwtHeader from_params from_cookies forward_payload_header pad_forward_payload_header payload_in_metadata normalize_payload_in_metadata:envoy.extensions.filters.http.jwt_authn.v3.JwtProvider.NormalizePayload header_in_metadata failed_status_in_metadata clock_skew_seconds jwt_cache_config:envoy.extensions.filters.http.jwt_authn.v3.JwtCacheConfig claim_to_headers:envoy.extensions.filters.http.jwt_authn.v3.JwtClaimToHeader clear_route_cache
envoy.extensions.filters.http.jwt_authn.v3.JwtProvider.NormalizePayload space_delimited_claims
envoy.extensions.filters.http.jwt_authn.v3.JwtRequirement provider_name provider_and_audiences:envoy.extensions.filters.http.jwt_authn.v3.ProviderWithAudiences requires_any:envoy.extensions.filters.http.jwt_authn.v3.JwtRequirementOrList requires_all:envoy.extensions.filters.http.jwt_authn.v3.JwtRequirementAndList allow_missing_or_failed allow_missing extract_only_without_validation:envoy.extensions.filters.http.jwt_authn.v3.ExtractOnlyWithoutValidation
envoy.extensions.filters.http.jwt_authn.v3.JwtRequirementAndList requirements:envoy.extensions.filters.http.jwt_authn.v3.JwtRequirement
envoy.extensions.filters.http.jwt_authn.v3.JwtRequirementOrList requirements:envoy.extensions.filters.http.jwt_authn.v3.JwtRequirement
envoy.extensions.filters.http.jwt_authn.v3.PerRouteConfig disabled requirement_name
envoy.extensions.filters.http.jwt_authn.v3.ProviderWithAudiences provider_name audiences
envoy.extensions.filters.http.jwt_authn.v3.RemoteJwks http_uri:envoy.config.core.v3.HttpUri cache_duration async_fetch:envoy.extensions.filters.http.jwt_authn.v3.JwksAsyncFetch retry_policy:envoy.config.core.v3.RetryPolicy
envoy.extensions.filters.http.jwt_authn.v3.RequirementRule match:envoy.config.route.v3.RouteMatch requires:envoy.extensions.filters.http.jwt_authn.v3.JwtRequirement requirement_name
envoy.extensions.filters.http.kill_request.v3.KillRequest probability:envoy.type.v3.FractionalPercent kill_request_header direction
envoy.extensions.filters.http.local_ratelimit.v3.LocalRateLimit stat_prefix status:envoy.type.v3.HttpStatus token_bucket:envoy.type.v3.TokenBucket filter_enabled:envoy.config.core.v3.RuntimeFractionalPercent filter_enforced:envoy.config.core.v3.RuntimeFractionalPercent request_headers_to_add_when_not_enforced:envoy.config.core.v3.HeaderValueOption response_headers_to_add:envoy.config.core.v3.HeaderValueOption descriptors:envoy.extensions.common.ratelimit.v3.LocalRateLimitDescriptor stage local_rate_limit_per_downstream_connection local_cluster_rate_limit:envoy.extensions.common.ratelimit.v3.LocalClusterRateLimit enable_x_ratelimit_headers vh_rate_limits always_consume_default_token_bucket rate_limited_as_resource_exhausted rate_limits:envoy.config.route.v3.RateLimit max_dynamic_descriptors enable_retry_after_header
envoy.extensions.filters.http.lua.v3.Lua inline_code source_codes*:envoy.config.core.v3.DataSource default_source_code:envoy.config.core.v3.DataSource stat_prefix clear_route_cache filter_context= package_paths package_cpaths shared_vm_id
envoy.extensions.filters.http.lua.v3.LuaPerRoute disabled name source_code:envoy.config.core.v3.DataSource filter_context= package_paths package_cpaths shared_vm_id
envoy.extensions.filters.http.mcp.v3.Mcp traffic_mode clear_route_cache max_request_body_size parser_config:envoy.extensions.filters.http.mcp.v3.ParserConfig request_storage_mode propagate_trace_context:envoy.extensions.filters.http.mcp.v3.Mcp.TraceContextPropagationConfig propagate_baggage:envoy.extensions.filters.http.mcp.v3.Mcp.BaggagePropagationConfig reject_duplicate_keys attribute_source early_terminate_when_routable max_supported_protocol_version
envoy.extensions.filters.http.mcp.v3.Mcp.BaggagePropagationConfig
envoy.extensions.filters.http.mcp.v3.Mcp.TraceContextPropagationConfig
envoy.extensions.filters.http.mcp.v3.McpOverride traffic_mode max_request_body_size clear_route_cache parser_config:envoy.extensions.filters.http.mcp.v3.ParserConfig request_storage_mode reject_duplicate_keys
envoy.extensions.filters.http.mcp.v3.ParserConfig methods:envoy.extensions.filters.http.mcp.v3.ParserConfig.MethodConfig group_metadata_key
envoy.extensions.filters.http.mcp.v3.ParserConfig.AttributeExtractionRule path
envoy.extensions.filters.http.mcp.v3.ParserConfig.MethodConfig method group extraction_rules:envoy.extensions.filters.http.mcp.v3.ParserConfig.AttributeExtractionRule
envoy.extensions.filters.http.mcp_json_rest_bridge.v3.CacheConfig ttl cache_scope
envoy.extensions.filters.http.mcp_json_rest_bridge.v3.HttpRule get put post delete patch body bindings:envoy.extensions.filters.http.mcp_json_rest_bridge.v3.HttpRule.ParameterBinding
envoy.extensions.filters.http.mcp_json_rest_bridge.v3.HttpRule.ParameterBinding type name argument_path
envoy.extensions.filters.http.mcp_json_rest_bridge.v3.McpJsonRestBridge server_info:envoy.extensions.filters.http.mcp_json_rest_bridge.v3.ServerInfo tool_config:envoy.extensions.filters.http.mcp_json_rest_bridge.v3.ServerToolConfig max_request_body_size max_response_body_size request_storage_mode trace_context_extraction:envoy.extensions.filters.http.mcp_json_rest_bridge.v3.TraceContextExtractionOptions disable_clear_route_cache per_route_only
envoy.extensions.filters.http.mcp_json_rest_bridge.v3.McpJsonRestBridgePerRoute tool_config:envoy.extensions.filters.http.mcp_json_rest_bridge.v3.ServerToolConfig
envoy.extensions.filters.http.mcp_json_rest_bridge.v3.McpServerInfo path host
envoy.extensions.filters.http.mcp_json_rest_bridge.v3.ServerInfo max_supported_protocol_version description fallback_protocol_version server_discovery_cache_config:envoy.extensions.filters.http.mcp_json_rest_bridge.v3.CacheConfig
envoy.extensions.filters.http.mcp_json_rest_bridge.v3.ServerToolConfig tools:envoy.extensions.filters.http.mcp_json_rest_bridge.v3.ToolConfig list_changed tool_list_http_rule:envoy.extensions.filters.http.mcp_json_rest_bridge.v3.HttpRule tool_list_local:envoy.extensions.filters.http.mcp_json_rest_bridge.v3.ToolsListLocal default_server_info:envoy.extensions.filters.http.mcp_json_rest_bridge.v3.McpServerInfo
envoy.extensions.filters.http.mcp_json_rest_bridge.v3.ToolConfig name http_rule:envoy.extensions.filters.http.mcp_json_rest_bridge.v3.HttpRule tool_list_config:envoy.extensions.filters.http.mcp_json_rest_bridge.v3.ToolsListSpecificConfig text_content_streaming_enabled server_info:envoy.extensions.filters.http.mcp_json_rest_bridge.v3.McpServerInfo
envoy.extensions.filters.http.mcp_json_rest_bridge.v3.ToolsListLocal
envoy.extensions.filters.http.mcp_json_rest_bridge.v3.ToolsListSpecificConfig title description input_schema
envoy.extensions.filters.http.mcp_json_rest_bridge.v3.TraceContextExtractionOptions
envoy.extensions.filters.http.mcp_router.v3.DynamicMetadataSource key:envoy.type.metadata.v3.MetadataKey
envoy.extensions.filters.http.mcp_router.v3.HeaderSource name
envoy.extensions.filters.http.mcp_router.v3.IdentityExtractor header:envoy.extensions.filters.http.mcp_router.v3.HeaderSource dynamic_metadata:envoy.extensions.filters.http.mcp_router.v3.DynamicMetadataSource
envoy.extensions.filters.http.mcp_router.v3.McpRouter servers:envoy.extensions.filters.http.mcp_router.v3.McpRouter.McpBackend session_identity:envoy.extensions.filters.http.mcp_router.v3.SessionIdentity lazy_initialization
envoy.extensions.filters.http.mcp_router.v3.McpRouter.HeaderForwarding forward_all allowed_headers:envoy.type.matcher.v3.ListStringMatcher disallowed_headers:envoy.type.matcher.v3.ListStringMatcher
envoy.extensions.filters.http.mcp_router.v3.McpRouter.McpBackend name mcp_cluster:envoy.extensions.filters.http.mcp_router.v3.McpRouter.McpCluster header_forwarding:envoy.extensions.filters.http.mcp_router.v3.McpRouter.HeaderForwarding
envoy.extensions.filters.http.mcp_router.v3.McpRouter.McpCluster cluster path timeout host_rewrite_literal
envoy.extensions.filters.http.mcp_router.v3.SessionIdentity identity:envoy.extensions.filters.http.mcp_router.v3.IdentityExtractor validation:envoy.extensions.filters.http.mcp_router.v3.ValidationPolicy
envoy.extensions.filters.http.mcp_router.v3.ValidationPolicy mode
envoy.extensions.filters.http.oauth2.v3.CookieConfig same_site path partitioned
envoy.extensions.filters.http.oauth2.v3.CookieConfigs bearer_token_cookie_config:envoy.extensions.filters.http.oauth2.v3.CookieConfig oauth_hmac_cookie_config:envoy.extensions.filters.http.oauth2.v3.CookieConfig oauth_expires_cookie_config:envoy.extensions.filters.http.oauth2.v3.CookieConfig id_token_cookie_config:envoy.extensions.filters.http.oauth2.v3.CookieConfig refresh_token_cookie_config:envoy.extensions.filters.http.oauth2.v3.CookieConfig oauth_nonce_cookie_config:envoy.extensions.filters.http.oauth2.v3.CookieConfig code_verifier_cookie_config:envoy.extensions.filters.http.oauth2.v3.CookieConfig
envoy.extensions.filters.http.oauth2.v3.OAuth2 config:envoy.extensions.filters.http.oauth2.v3.OAuth2Config
envoy.extensions.filters.http.oauth2.v3.OAuth2Config token_endpoint:envoy.config.core.v3.HttpUri retry_policy:envoy.config.core.v3.RetryPolicy authorization_endpoint end_session_endpoint post_logout_redirect_uri:envoy.extensions.filters.http.oauth2.v3.PostLogoutRedirectUri credentials:envoy.extensions.filters.http.oauth2.v3.OAuth2Credentials redirect_uri redirect_path_matcher:envoy.type.matcher.v3.PathMatcher signout_path:envoy.type.matcher.v3.PathMatcher forward_bearer_token forward_id_token:envoy.extensions.filters.http.oauth2.v3.OAuth2TokenForwarding preserve_authorization_header pass_through_matcher:envoy.config.route.v3.HeaderMatcher auth_scopes resources auth_type use_refresh_token default_expires_in deny_redirect_matcher:envoy.config.route.v3.HeaderMatcher default_refresh_token_expires_in disable_id_token_set_cookie disable_access_token_set_cookie disable_refresh_token_set_cookie cookie_configs:envoy.extensions.filters.http.oauth2.v3.CookieConfigs stat_prefix csrf_token_expires_in code_verifier_token_expires_in disable_token_encryption allow_failed_matcher:envoy.config.route.v3.HeaderMatcher original_request_uri allowed_redirect_domains use_access_token_expiry_for_id_token_cookie private_key_jwt_config:envoy.extensions.filters.http.oauth2.v3.PrivateKeyJwtConfig token_cookie_chunking:envoy.extensions.filters.http.oauth2.v3.TokenCookieChunking
envoy.extensions.filters.http.oauth2.v3.OAuth2Credentials client_id token_secret:envoy.extensions.transport_sockets.tls.v3.SdsSecretConfig hmac_secret:envoy.extensions.transport_sockets.tls.v3.SdsSecretConfig cookie_names:envoy.extensions.filters.http.oauth2.v3.OAuth2Credentials.CookieNames cookie_domain
envoy.extensions.filters.http.oauth2.v3.OAuth2Credentials.CookieNames bearer_token oauth_hmac oauth_expires id_token refresh_token oauth_nonce code_verifier
envoy.extensions.filters.http.oauth2.v3.OAuth2PerRoute config:envoy.extensions.filters.http.oauth2.v3.OAuth2Config
envoy.extensions.filters.http.oauth2.v3.OAuth2TokenForwarding header
envoy.extensions.filters.http.oauth2.v3.PostLogoutRedirectUri disabled uri
envoy.extensions.filters.http.oauth2.v3.PrivateKeyJwtConfig signing_algorithm assertion_lifetime assertion_audience
envoy.extensions.filters.http.oauth2.v3.TokenCookieChunking max_cookie_size max_chunks
envoy.extensions.filters.http.on_demand.v3.OnDemand odcds:envoy.extensions.filters.http.on_demand.v3.OnDemandCds
envoy.extensions.filters.http.on_demand.v3.OnDemandCds source:envoy.config.core.v3.ConfigSource resources_locator timeout
envoy.extensions.filters.http.on_demand.v3.PerRouteConfig odcds:envoy.extensions.filters.http.on_demand.v3.OnDemandCds
envoy.extensions.filters.http.original_src.v3.OriginalSrc mark
envoy.extensions.filters.http.proto_api_scrubber.v3.DescriptorSet data_source:envoy.config.core.v3.DataSource
envoy.extensions.filters.http.proto_api_scrubber.v3.MessageRestrictions config:envoy.extensions.filters.http.proto_api_scrubber.v3.RestrictionConfig field_restrictions*:envoy.extensions.filters.http.proto_api_scrubber.v3.RestrictionConfig
envoy.extensions.filters.http.proto_api_scrubber.v3.MethodRestrictions request_field_restrictions*:envoy.extensions.filters.http.proto_api_scrubber.v3.RestrictionConfig response_field_restrictions*:envoy.extensions.filters.http.proto_api_scrubber.v3.RestrictionConfig method_restriction:envoy.extensions.filters.http.proto_api_scrubber.v3.RestrictionConfig
envoy.extensions.filters.http.proto_api_scrubber.v3.ProtoApiScrubberConfig descriptor_set:envoy.extensions.filters.http.proto_api_scrubber.v3.DescriptorSet restrictions:envoy.extensions.filters.http.proto_api_scrubber.v3.Restrictions filtering_mode scrub_unknown_fields
envoy.extensions.filters.http.proto_api_scrubber.v3.RemoveFieldAction
envoy.extensions.filters.http.proto_api_scrubber.v3.RestrictionConfig matcher:xds.type.matcher.v3.Matcher
envoy.extensions.filters.http.proto_api_scrubber.v3.Restrictions method_restrictions*:envoy.extensions.filters.http.proto_api_scrubber.v3.MethodRestrictions message_restrictions*:envoy.extensions.filters.http.proto_api_scrubber.v3.MessageRestrictions
envoy.extensions.filters.http.proto_message_extraction.v3.MethodExtraction request_extraction_by_field* response_extraction_by_field*
envoy.extensions.filters.http.proto_message_extraction.v3.ProtoMessageExtractionConfig data_source:envoy.config.core.v3.DataSource proto_descriptor_typed_metadata mode extraction_by_method*:envoy.extensions.filters.http.proto_message_extraction.v3.MethodExtraction
envoy.extensions.filters.http.rate_limit_quota.v3.RateLimitQuotaBucketSettings bucket_id_builder:envoy.extensions.filters.http.rate_limit_quota.v3.RateLimitQuotaBucketSettings.BucketIdBuilder reporting_interval deny_response_settings:envoy.extensions.filters.http.rate_limit_quota.v3.RateLimitQuotaBucketSettings.DenyResponseSettings no_assignment_behavior:envoy.extensions.filters.http.rate_limit_quota.v3.RateLimitQuotaBucketSettings.NoAssignmentBehavior expired_assignment_behavior:envoy.extensions.filters.http.rate_limit_quota.v3.RateLimitQuotaBucketSettings.ExpiredAssignmentBehavior
envoy.extensions.filters.http.rate_limit_quota.v3.RateLimitQuotaBucketSettings.BucketIdBuilder bucket_id_builder*:envoy.extensions.filters.http.rate_limit_quota.v3.RateLimitQuotaBucketSettings.BucketIdBuilder.ValueBuilder
envoy.extensions.filters.http.rate_limit_quota.v3.RateLimitQuotaBucketSettings.BucketIdBuilder.ValueBuilder string_value custom_value:envoy.config.core.v3.TypedExtensionConfig
envoy.extensions.filters.http.rate_limit_quota.v3.RateLimitQuotaBucketSettings.DenyResponseSettings http_status:envoy.type.v3.HttpStatus http_body grpc_status:google.rpc.Status response_headers_to_add:envoy.config.core.v3.HeaderValueOption
envoy.extensions.filters.http.rate_limit_quota.v3.RateLimitQuotaBucketSettings.ExpiredAssignmentBehavior expired_assignment_behavior_timeout fallback_rate_limit:envoy.type.v3.RateLimitStrategy reuse_last_assignment:envoy.extensions.filters.http.rate_limit_quota.v3.RateLimitQuotaBucketSettings.ExpiredAssignmentBehavior.ReuseLastAssignment
envoy.extensions.filters.http.rate_limit_quota.v3.RateLimitQuotaBucketSettings.ExpiredAssignmentBehavior.ReuseLastAssignment
envoy.extensions.filters.http.rate_limit_quota.v3.RateLimitQuotaBucketSettings.NoAssignmentBehavior fallback_rate_limit:envoy.type.v3.RateLimitStrategy
envoy.extensions.filters.http.rate_limit_quota.v3.RateLimitQuotaFilterConfig rlqs_server:envoy.config.core.v3.GrpcService domain bucket_matchers:xds.type.matcher.v3.Matcher filter_enabled:envoy.config.core.v3.RuntimeFractionalPercent filter_enforced:envoy.config.core.v3.RuntimeFractionalPercent request_headers_to_add_when_not_enforced:envoy.config.core.v3.HeaderValueOption
envoy.extensions.filters.http.rate_limit_quota.v3.RateLimitQuotaOverride domain bucket_matchers:xds.type.matcher.v3.Matcher
envoy.extensions.filters.http.ratelimit.v3.RateLimit domain stage request_type timeout failure_mode_deny rate_limited_as_resource_exhausted rate_limit_service:envoy.config.ratelimit.v3.RateLimitServiceConfig enable_x_ratelimit_headers disable_x_envoy_ratelimited_header rate_limited_status:envoy.type.v3.HttpStatus response_headers_to_add:envoy.config.core.v3.HeaderValueOption status_on_error:envoy.type.v3.HttpStatus stat_prefix filter_enabled:envoy.config.core.v3.RuntimeFractionalPercent filter_enforced:envoy.config.core.v3.RuntimeFractionalPercent failure_mode_deny_percent:envoy.config.core.v3.RuntimeFractionalPercent rate_limits:envoy.config.route.v3.RateLimit metadata_namespace enable_retry_after_header
envoy.extensions.filters.http.ratelimit.v3.RateLimitPerRoute vh_rate_limits override_option rate_limits:envoy.config.route.v3.RateLimit domain
envoy.extensions.filters.http.rbac.v3.RBAC rules:envoy.config.rbac.v3.RBAC rules_stat_prefix matcher:xds.type.matcher.v3.Matcher shadow_rules:envoy.config.rbac.v3.RBAC shadow_matcher:xds.type.matcher.v3.Matcher shadow_rules_stat_prefix track_per_rule_stats
envoy.extensions.filters.http.rbac.v3.RBACPerRoute rbac:envoy.extensions.filters.http.rbac.v3.RBAC
envoy.extensions.filters.http.router.v3.Router dynamic_stats start_child_span upstream_log:envoy.config.accesslog.v3.AccessLog upstream_log_options:envoy.extensions.filters.http.router.v3.Router.UpstreamAccessLogOptions suppress_envoy_headers strict_check_headers respect_expected_rq_timeout suppress_grpc_request_failure_code_stats upstream_http_filters:envoy.extensions.filters.network.http_connection_manager.v3.HttpFilter reject_connect_request_early_data
envoy.extensions.filters.http.router.v3.Router.UpstreamAccessLogOptions flush_upstream_log_on_upstream_stream upstream_log_flush_interval
envoy.extensions.filters.http.set_filter_state.v3.Config on_request_headers:envoy.extensions.filters.common.set_filter_state.v3.FilterStateValue clear_route_cache
envoy.extensions.filters.http.set_metadata.v3.Config metadata_namespace value= metadata:envoy.extensions.filters.http.set_metadata.v3.Metadata
envoy.extensions.filters.http.set_metadata.v3.Metadata metadata_namespace allow_overwrite value= typed_value:google.protobuf.Any
envoy.extensions.filters.http.sse_to_metadata.v3.SseToMetadata response_rules:envoy.extensions.filters.http.sse_to_metadata.v3.SseToMetadata.ProcessingRules
envoy.extensions.filters.http.sse_to_metadata.v3.SseToMetadata.ProcessingRules content_parser:envoy.config.core.v3.TypedExtensionConfig max_event_size
envoy.extensions.filters.http.stateful_session.v3.StatefulSession session_state:envoy.config.core.v3.TypedExtensionConfig strict stat_prefix status_on_strict_destination_not_found
envoy.extensions.filters.http.stateful_session.v3.StatefulSessionPerRoute disabled stateful_session:envoy.extensions.filters.http.stateful_session.v3.StatefulSession
envoy.extensions.filters.http.tap.v3.Tap common_config:envoy.extensions.common.tap.v3.CommonExtensionConfig record_headers_received_time record_downstream_connection record_upstream_connection
envoy.extensions.filters.http.thrift_to_metadata.v3.FieldSelector name id child:envoy.extensions.filters.http.thrift_to_metadata.v3.FieldSelector
envoy.extensions.filters.http.thrift_to_metadata.v3.KeyValuePair metadata_namespace key value=
envoy.extensions.filters.http.thrift_to_metadata.v3.Rule field field_selector:envoy.extensions.filters.http.thrift_to_metadata.v3.FieldSelector method_name on_present:envoy.extensions.filters.http.thrift_to_metadata.v3.KeyValuePair on_missing:envoy.extensions.filters.http.thrift_to_metadata.v3.KeyValuePair
envoy.extensions.filters.http.thrift_to_metadata.v3.ThriftToMetadata request_rules:envoy.extensions.filters.http.thrift_to_metadata.v3.Rule response_rules:envoy.extensions.filters.http.thrift_to_metadata.v3.Rule transport protocol allow_content_types allow_empty_content_type
envoy.extensions.filters.http.thrift_to_metadata.v3.ThriftToMetadataPerRoute request_rules:envoy.extensions.filters.http.thrift_to_metadata.v3.Rule response_rules:envoy.extensions.filters.http.thrift_to_metadata.v3.Rule
envoy.extensions.filters.http.transform.v3.BodyTransformation body_format:envoy.config.core.v3.SubstitutionFormatString action
envoy.extensions.filters.http.transform.v3.TransformConfig request_transformation:envoy.extensions.filters.http.transform.v3.Transformation response_transformation:envoy.extensions.filters.http.transform.v3.Transformation clear_cluster_cache clear_route_cache
envoy.extensions.filters.http.transform.v3.Transformation headers_mutations:envoy.config.common.mutation_rules.v3.HeaderMutation body_transformation:envoy.extensions.filters.http.transform.v3.BodyTransformation
envoy.extensions.filters.http.upstream_codec.v3.UpstreamCodec
envoy.extensions.filters.http.wasm.v3.Wasm config:envoy.extensions.wasm.v3.PluginConfig
envoy.extensions.filters.listener.dynamic_modules.v3.DynamicModuleListenerFilter dynamic_module_config:envoy.extensions.dynamic_modules.v3.DynamicModuleConfig filter_name filter_config:google.protobuf.Any
envoy.extensions.filters.listener.http_inspector.v3.HttpInspector
envoy.extensions.filters.listener.local_ratelimit.v3.LocalRateLimit stat_prefix token_bucket:envoy.type.v3.TokenBucket runtime_enabled:envoy.config.core.v3.RuntimeFeatureFlag
envoy.extensions.filters.listener.original_dst.v3.OriginalDst
envoy.extensions.filters.listener.original_src.v3.OriginalSrc bind_port mark
envoy.extensions.filters.listener.proxy_protocol.v3.ProxyProtocol rules:envoy.extensions.filters.listener.proxy_protocol.v3.ProxyProtocol.Rule allow_requests_without_proxy_protocol pass_through_tlvs:envoy.config.core.v3.ProxyProtocolPassThroughTLVs disallowed_versions stat_prefix tlv_location
envoy.extensions.filters.listener.proxy_protocol.v3.ProxyProtocol.KeyValuePair metadata_namespace key value_string_encoding
envoy.extensions.filters.listener.proxy_protocol.v3.ProxyProtocol.Rule tlv_type on_tlv_present:envoy.extensions.filters.listener.proxy_protocol.v3.ProxyProtocol.KeyValuePair
envoy.extensions.filters.listener.set_filter_state.v3.Config on_accept:envoy.extensions.filters.common.set_filter_state.v3.FilterStateValue
envoy.extensions.filters.listener.tls_inspector.v3.TlsInspector enable_ja3_fingerprinting enable_ja4_fingerprinting initial_read_buffer_size close_connection_on_client_hello_parsing_errors max_client_hello_size
envoy.extensions.filters.network.connection_limit.v3.ConnectionLimit stat_prefix max_connections delay runtime_enabled:envoy.config.core.v3.RuntimeFeatureFlag
envoy.extensions.filters.network.direct_response.v3.Config response:envoy.config.core.v3.DataSource
envoy.extensions.filters.network.dubbo_proxy.router.v3.Router
envoy.extensions.filters.network.dubbo_proxy.v3.Drds config_source:envoy.config.core.v3.ConfigSource route_config_name
envoy.extensions.filters.network.dubbo_proxy.v3.DubboFilter name config:google.protobuf.Any
envoy.extensions.filters.network.dubbo_proxy.v3.DubboProxy stat_prefix protocol_type serialization_type route_config:envoy.extensions.filters.network.dubbo_proxy.v3.RouteConfiguration drds:envoy.extensions.filters.network.dubbo_proxy.v3.Drds multiple_route_config:envoy.extensions.filters.network.dubbo_proxy.v3.MultipleRouteConfiguration dubbo_filters:envoy.extensions.filters.network.dubbo_proxy.v3.DubboFilter
envoy.extensions.filters.network.dubbo_proxy.v3.MethodMatch name:envoy.type.matcher.v3.StringMatcher params_match*:envoy.extensions.filters.network.dubbo_proxy.v3.MethodMatch.ParameterMatchSpecifier
envoy.extensions.filters.network.dubbo_proxy.v3.MethodMatch.ParameterMatchSpecifier exact_match range_match:envoy.type.v3.Int64Range
envoy.extensions.filters.network.dubbo_proxy.v3.MultipleRouteConfiguration name route_config:envoy.extensions.filters.network.dubbo_proxy.v3.RouteConfiguration
envoy.extensions.filters.network.dubbo_proxy.v3.Route match:envoy.extensions.filters.network.dubbo_proxy.v3.RouteMatch route:envoy.extensions.filters.network.dubbo_proxy.v3.RouteAction
envoy.extensions.filters.network.dubbo_proxy.v3.RouteAction cluster weighted_clusters:envoy.config.route.v3.WeightedCluster metadata_match:envoy.config.core.v3.Metadata
envoy.extensions.filters.network.dubbo_proxy.v3.RouteConfiguration name interface group version routes:envoy.extensions.filters.network.dubbo_proxy.v3.Route
envoy.extensions.filters.network.dubbo_proxy.v3.RouteMatch method:envoy.extensions.filters.network.dubbo_proxy.v3.MethodMatch headers:envoy.config.route.v3.HeaderMatcher
envoy.extensions.filters.network.dynamic_modules.v3.DynamicModuleNetworkFilter dynamic_module_config:envoy.extensions.dynamic_modules.v3.DynamicModuleConfig filter_name filter_config:google.protobuf.Any terminal_filter
envoy.extensions.filters.network.echo.v3.Echo
envoy.extensions.filters.network.ext_authz.v3.ExtAuthz stat_prefix grpc_service:envoy.config.core.v3.GrpcService failure_mode_allow include_peer_certificate transport_api_version filter_enabled_metadata:envoy.type.matcher.v3.MetadataMatcher bootstrap_metadata_labels_key include_tls_session send_tls_alert_on_denial metadata_context_namespaces typed_metadata_context_namespaces shadow_mode
envoy.extensions.filters.network.ext_proc.v3.MetadataOptions forwarding_namespaces:envoy.extensions.filters.network.ext_proc.v3.MetadataOptions.MetadataNamespaces receiving_namespaces:envoy.extensions.filters.network.ext_proc.v3.MetadataOptions.MetadataNamespaces
envoy.extensions.filters.network.ext_proc.v3.MetadataOptions.MetadataNamespaces untyped typed
envoy.extensions.filters.network.ext_proc.v3.NetworkExternalProcessor grpc_service:envoy.config.core.v3.GrpcService failure_mode_allow processing_mode:envoy.extensions.filters.network.ext_proc.v3.ProcessingMode message_timeout stat_prefix metadata_options:envoy.extensions.filters.network.ext_proc.v3.MetadataOptions connection_attributes
envoy.extensions.filters.network.ext_proc.v3.ProcessingMode process_read process_write
envoy.extensions.filters.network.generic_proxy.action.v3.RouteAction name cluster weighted_clusters:envoy.config.route.v3.WeightedCluster metadata:envoy.config.core.v3.Metadata per_filter_config*:google.protobuf.Any timeout retry_policy:envoy.config.core.v3.RetryPolicy
envoy.extensions.filters.network.generic_proxy.codecs.dubbo.v3.DubboCodecConfig
envoy.extensions.filters.network.generic_proxy.codecs.http1.v3.Http1CodecConfig single_frame_mode max_buffer_size
envoy.extensions.filters.network.generic_proxy.matcher.v3.HostMatchInput
envoy.extensions.filters.network.generic_proxy.matcher.v3.KeyValueMatchEntry name string_match:envoy.type.matcher.v3.StringMatcher
envoy.extensions.filters.network.generic_proxy.matcher.v3.MethodMatchInput
envoy.extensions.filters.network.generic_proxy.matcher.v3.PathMatchInput
envoy.extensions.filters.network.generic_proxy.matcher.v3.PropertyMatchInput property_name
envoy.extensions.filters.network.generic_proxy.matcher.v3.RequestMatchInput
envoy.extensions.filters.network.generic_proxy.matcher.v3.RequestMatcher host:envoy.type.matcher.v3.StringMatcher path:envoy.type.matcher.v3.StringMatcher method:envoy.type.matcher.v3.StringMatcher properties:envoy.extensions.filters.network.generic_proxy.matcher.v3.KeyValueMatchEntry
envoy.extensions.filters.network.generic_proxy.matcher.v3.ServiceMatchInput
envoy.extensions.filters.network.generic_proxy.router.v3.Router bind_upstream_connection
envoy.extensions.filters.network.generic_proxy.v3.GenericProxy stat_prefix codec_config:envoy.config.core.v3.TypedExtensionConfig generic_rds:envoy.extensions.filters.network.generic_proxy.v3.GenericRds route_config:envoy.extensions.filters.network.generic_proxy.v3.RouteConfiguration filters:envoy.config.core.v3.TypedExtensionConfig tracing:envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager.Tracing access_log:envoy.config.accesslog.v3.AccessLog
envoy.extensions.filters.network.generic_proxy.v3.GenericRds config_source:envoy.config.core.v3.ConfigSource route_config_name
envoy.extensions.filters.network.generic_proxy.v3.RouteConfiguration name routes:xds.type.matcher.v3.Matcher virtual_hosts:envoy.extensions.filters.network.generic_proxy.v3.VirtualHost
envoy.extensions.filters.network.generic_proxy.v3.VirtualHost name hosts routes:xds.type.matcher.v3.Matcher
envoy.extensions.filters.network.geoip.v3.Geoip stat_prefix provider:envoy.config.core.v3.TypedExtensionConfig client_ip
envoy.extensions.filters.network.http_connection_manager.v3.EnvoyMobileHttpConnectionManager config:envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager
envoy.extensions.filters.network.http_connection_manager.v3.ForwardProtoConfig https_destination_ports http_destination_ports
envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager codec_type stat_prefix rds:envoy.extensions.filters.network.http_connection_manager.v3.Rds route_config:envoy.config.route.v3.RouteConfiguration scoped_routes:envoy.extensions.filters.network.http_connection_manager.v3.ScopedRoutes http_filters:envoy.extensions.filters.network.http_connection_manager.v3.HttpFilter add_user_agent tracing:envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager.Tracing common_http_protocol_options:envoy.config.core.v3.HttpProtocolOptions http1_safe_max_connection_duration http_protocol_options:envoy.config.core.v3.Http1ProtocolOptions http2_protocol_options:envoy.config.core.v3.Http2ProtocolOptions http3_protocol_options:envoy.config.core.v3.Http3ProtocolOptions server_name server_header_transformation scheme_header_transformation:envoy.config.core.v3.SchemeHeaderTransformation max_request_headers_kb stream_idle_timeout stream_flush_timeout request_timeout request_headers_timeout drain_timeout drain_timeout_jitter:envoy.type.v3.Percent delayed_close_timeout access_log:envoy.config.accesslog.v3.AccessLog access_log_flush_interval flush_access_log_on_new_request access_log_options:envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager.HcmAccessLogOptions use_remote_address xff_num_trusted_hops original_ip_detection_extensions:envoy.config.core.v3.TypedExtensionConfig early_header_mutation_extensions:envoy.config.core.v3.TypedExtensionConfig internal_address_config:envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager.InternalAddressConfig skip_xff_append via generate_request_id preserve_external_request_id always_set_request_id_in_response forward_client_cert_details set_current_client_cert_details:envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager.SetCurrentClientCertDetails forward_client_cert_matcher:xds.type.matcher.v3.Matcher proxy_100_continue represent_ipv4_remote_address_as_ipv4_mapped_ipv6 upgrade_configs:envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager.UpgradeConfig normalize_path merge_slashes path_with_escaped_slashes_action request_id_extension:envoy.extensions.filters.network.http_connection_manager.v3.RequestIDExtension local_reply_config:envoy.extensions.filters.network.http_connection_manager.v3.LocalReplyConfig strip_matching_host_port strip_any_host_port stream_error_on_invalid_http_message path_normalization_options:envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager.PathNormalizationOptions strip_trailing_host_dot proxy_status_config:envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager.ProxyStatusConfig typed_header_validation_config:envoy.config.core.v3.TypedExtensionConfig append_x_forwarded_port append_local_overload add_proxy_protocol_connection_state forward_proto_config:envoy.extensions.filters.network.http_connection_manager.v3.ForwardProtoConfig record_route_resolution_stats
envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager.ForwardClientCertConfig forward_client_cert_details set_current_client_cert_details:envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager.SetCurrentClientCertDetails
envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager.HcmAccessLogOptions access_log_flush_interval flush_access_log_on_new_request flush_log_on_tunnel_successfully_established
envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager.InternalAddressConfig unix_sockets cidr_ranges:envoy.config.core.v3.CidrRange
envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager.PathNormalizationOptions forwarding_transformation:envoy.type.http.v3.PathTransformation http_filter_transformation:envoy.type.http.v3.PathTransformation
envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager.ProxyStatusConfig remove_details remove_connection_termination_details remove_response_flags set_recommended_response_code use_node_id literal_proxy_name
envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager.SetCurrentClientCertDetails subject cert chain dns uri issuer format
envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager.Tracing client_sampling:envoy.type.v3.Percent random_sampling:envoy.type.v3.Percent overall_sampling:envoy.type.v3.Percent verbose max_path_tag_length custom_tags:envoy.type.tracing.v3.CustomTag provider:envoy.config.trace.v3.Tracing.Http spawn_upstream_span operation upstream_operation no_context_propagation
envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager.UpgradeConfig upgrade_type filters:envoy.extensions.filters.network.http_connection_manager.v3.HttpFilter enabled
envoy.extensions.filters.network.http_connection_manager.v3.HttpFilter name typed_config:google.protobuf.Any config_discovery:envoy.config.core.v3.ExtensionConfigSource is_optional disabled
envoy.extensions.filters.network.http_connection_manager.v3.LocalReplyConfig mappers:envoy.extensions.filters.network.http_connection_manager.v3.ResponseMapper body_format:envoy.config.core.v3.SubstitutionFormatString
envoy.extensions.filters.network.http_connection_manager.v3.Rds config_source:envoy.config.core.v3.ConfigSource route_config_name
envoy.extensions.filters.network.http_connection_manager.v3.RequestIDExtension typed_config:google.protobuf.Any
envoy.extensions.filters.network.http_connection_manager.v3.ResponseMapper filter:envoy.config.accesslog.v3.AccessLogFilter status_code body:envoy.config.core.v3.DataSource body_format_override:envoy.config.core.v3.SubstitutionFormatString headers_to_add:envoy.config.core.v3.HeaderValueOption
envoy.extensions.filters.network.http_connection_manager.v3.ScopedRds scoped_rds_config_source:envoy.config.core.v3.ConfigSource srds_resources_locator
envoy.extensions.filters.network.http_connection_manager.v3.ScopedRouteConfigurationsList scoped_route_configurations:envoy.config.route.v3.ScopedRouteConfiguration
envoy.extensions.filters.network.http_connection_manager.v3.ScopedRoutes name scope_key_builder:envoy.extensions.filters.network.http_connection_manager.v3.ScopedRoutes.ScopeKeyBuilder rds_config_source:envoy.config.core.v3.ConfigSource scoped_route_configurations_list:envoy.extensions.filters.network.http_connection_manager.v3.ScopedRouteConfigurationsList scoped_rds:envoy.extensions.filters.network.http_connection_manager.v3.ScopedRds
envoy.extensions.filters.network.http_connection_manager.v3.ScopedRoutes.ScopeKeyBuilder fragments:envoy.extensions.filters.network.http_connection_manager.v3.ScopedRoutes.ScopeKeyBuilder.FragmentBuilder
envoy.extensions.filters.network.http_connection_manager.v3.ScopedRoutes.ScopeKeyBuilder.FragmentBuilder header_value_extractor:envoy.extensions.filters.network.http_connection_manager.v3.ScopedRoutes.ScopeKeyBuilder.FragmentBuilder.HeaderValueExtractor
envoy.extensions.filters.network.http_connection_manager.v3.ScopedRoutes.ScopeKeyBuilder.FragmentBuilder.HeaderValueExtractor name element_separator index element:envoy.extensions.filters.network.http_connection_manager.v3.ScopedRoutes.ScopeKeyBuilder.FragmentBuilder.HeaderValueExtractor.KvElement
envoy.extensions.filters.network.http_connection_manager.v3.ScopedRoutes.ScopeKeyBuilder.FragmentBuilder.HeaderValueExtractor.KvElement separator key
envoy.extensions.filters.network.local_ratelimit.v3.LocalRateLimit stat_prefix token_bucket:envoy.type.v3.TokenBucket runtime_enabled:envoy.config.core.v3.RuntimeFeatureFlag share_key
envoy.extensions.filters.network.mongo_proxy.v3.MongoProxy stat_prefix access_log delay:envoy.extensions.filters.common.fault.v3.FaultDelay emit_dynamic_metadata commands max_bson_depth
envoy.extensions.filters.network.ratelimit.v3.RateLimit stat_prefix domain descriptors:envoy.extensions.common.ratelimit.v3.RateLimitDescriptor timeout failure_mode_deny rate_limit_service:envoy.config.ratelimit.v3.RateLimitServiceConfig
envoy.extensions.filters.network.rbac.v3.RBAC rules:envoy.config.rbac.v3.RBAC matcher:xds.type.matcher.v3.Matcher shadow_rules:envoy.config.rbac.v3.RBAC shadow_matcher:xds.type.matcher.v3.Matcher shadow_rules_stat_prefix stat_prefix enforcement_type delay_deny
envoy.extensions.filters.network.redis_proxy.v3.AwsIam credential_provider:envoy.extensions.common.aws.v3.AwsCredentialProvider cache_name service_name region expiration_time
envoy.extensions.filters.network.redis_proxy.v3.RedisExternalAuthProvider grpc_service:envoy.config.core.v3.GrpcService enable_auth_expiration
envoy.extensions.filters.network.redis_proxy.v3.RedisProtocolOptions auth_password:envoy.config.core.v3.DataSource auth_username:envoy.config.core.v3.DataSource aws_iam:envoy.extensions.filters.network.redis_proxy.v3.AwsIam credentials:envoy.extensions.filters.network.redis_proxy.v3.RedisProtocolOptions.Credential
envoy.extensions.filters.network.redis_proxy.v3.RedisProtocolOptions.Credential address:envoy.config.core.v3.Address auth_password:envoy.config.core.v3.DataSource auth_username:envoy.config.core.v3.DataSource
envoy.extensions.filters.network.redis_proxy.v3.RedisProxy stat_prefix settings:envoy.extensions.filters.network.redis_proxy.v3.RedisProxy.ConnPoolSettings latency_in_micros prefix_routes:envoy.extensions.filters.network.redis_proxy.v3.RedisProxy.PrefixRoutes downstream_auth_password:envoy.config.core.v3.DataSource downstream_auth_passwords:envoy.config.core.v3.DataSource faults:envoy.extensions.filters.network.redis_proxy.v3.RedisProxy.RedisFault downstream_auth_username:envoy.config.core.v3.DataSource external_auth_provider:envoy.extensions.filters.network.redis_proxy.v3.RedisExternalAuthProvider custom_commands protocol_version
envoy.extensions.filters.network.redis_proxy.v3.RedisProxy.ConnPoolSettings op_timeout enable_hashtagging enable_redirection dns_cache_config:envoy.extensions.common.dynamic_forward_proxy.v3.DnsCacheConfig max_buffer_size_before_flush buffer_flush_timeout max_upstream_unknown_connections enable_command_stats read_policy connection_rate_limit:envoy.extensions.filters.network.redis_proxy.v3.RedisProxy.ConnectionRateLimit
envoy.extensions.filters.network.redis_proxy.v3.RedisProxy.ConnectionRateLimit connection_rate_limit_per_sec
envoy.extensions.filters.network.redis_proxy.v3.RedisProxy.PrefixRoutes routes:envoy.extensions.filters.network.redis_proxy.v3.RedisProxy.PrefixRoutes.Route case_insensitive catch_all_route:envoy.extensions.filters.network.redis_proxy.v3.RedisProxy.PrefixRoutes.Route
envoy.extensions.filters.network.redis_proxy.v3.RedisProxy.PrefixRoutes.Route prefix remove_prefix cluster request_mirror_policy:envoy.extensions.filters.network.redis_proxy.v3.RedisProxy.PrefixRoutes.Route.RequestMirrorPolicy key_formatter read_command_policy:envoy.extensions.filters.network.redis_proxy.v3.RedisProxy.PrefixRoutes.Route.ReadCommandPolicy
envoy.extensions.filters.network.redis_proxy.v3.RedisProxy.PrefixRoutes.Route.ReadCommandPolicy cluster
envoy.extensions.filters.network.redis_proxy.v3.RedisProxy.PrefixRoutes.Route.RequestMirrorPolicy cluster runtime_fraction:envoy.config.core.v3.RuntimeFractionalPercent exclude_read_commands
envoy.extensions.filters.network.redis_proxy.v3.RedisProxy.RedisFault fault_type fault_enabled:envoy.config.core.v3.RuntimeFractionalPercent delay commands
envoy.extensions.filters.network.reverse_tunnel.v3.DrainAwareHttpConnectionManager hcm_config:envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager enable_drain_with_goaway
envoy.extensions.filters.network.reverse_tunnel.v3.ReverseTunnel ping_interval auto_close_connections request_path request_method validation:envoy.extensions.filters.network.reverse_tunnel.v3.Validation required_cluster_name use_http_upgrade skip_rebalancing jwt_validator:envoy.extensions.filters.common.jwks.v3.JwtHandshakeValidator enable_connection_limit handshake_timeout
envoy.extensions.filters.network.reverse_tunnel.v3.Validation node_id_format cluster_id_format tenant_id_format emit_dynamic_metadata dynamic_metadata_namespace
envoy.extensions.filters.network.set_filter_state.v3.Config on_new_connection:envoy.extensions.filters.common.set_filter_state.v3.FilterStateValue on_downstream_tls_handshake:envoy.extensions.filters.common.set_filter_state.v3.FilterStateValue on_downstream_data:envoy.extensions.filters.common.set_filter_state.v3.FilterStateValue
envoy.extensions.filters.network.sni_cluster.v3.SniCluster
envoy.extensions.filters.network.sni_dynamic_forward_proxy.v3.FilterConfig dns_cache_config:envoy.extensions.common.dynamic_forward_proxy.v3.DnsCacheConfig port_value save_upstream_address
envoy.extensions.filters.network.tcp_bandwidth_limit.v3.TcpBandwidthLimit stat_prefix read_limit_kbps write_limit_kbps fill_interval runtime_enabled:envoy.config.core.v3.RuntimeFeatureFlag
envoy.extensions.filters.network.tcp_proxy.v3.TcpProxy stat_prefix cluster weighted_clusters:envoy.extensions.filters.network.tcp_proxy.v3.TcpProxy.WeightedCluster on_demand:envoy.extensions.filters.network.tcp_proxy.v3.TcpProxy.OnDemand metadata_match:envoy.config.core.v3.Metadata idle_timeout downstream_idle_timeout upstream_idle_timeout access_log:envoy.config.accesslog.v3.AccessLog max_connect_attempts backoff_options:envoy.config.core.v3.BackoffStrategy hash_policy:envoy.type.v3.HashPolicy tunneling_config:envoy.extensions.filters.network.tcp_proxy.v3.TcpProxy.TunnelingConfig max_downstream_connection_duration max_downstream_connection_duration_jitter_percentage:envoy.type.v3.Percent access_log_flush_interval flush_access_log_on_connected access_log_options:envoy.extensions.filters.network.tcp_proxy.v3.TcpProxy.TcpAccessLogOptions proxy_protocol_tlvs:envoy.config.core.v3.TlvEntry proxy_protocol_tlv_merge_policy upstream_connect_mode max_early_data_bytes check_drain_close
envoy.extensions.filters.network.tcp_proxy.v3.TcpProxy.OnDemand odcds_config:envoy.config.core.v3.ConfigSource resources_locator timeout
envoy.extensions.filters.network.tcp_proxy.v3.TcpProxy.TcpAccessLogOptions access_log_flush_interval flush_access_log_on_connected flush_access_log_on_start
envoy.extensions.filters.network.tcp_proxy.v3.TcpProxy.TunnelingConfig hostname use_post headers_to_add:envoy.config.core.v3.HeaderValueOption propagate_response_headers post_path propagate_response_trailers request_id_extension:envoy.extensions.filters.network.http_connection_manager.v3.RequestIDExtension request_id_header request_id_metadata_key formatters:envoy.config.core.v3.TypedExtensionConfig
envoy.extensions.filters.network.tcp_proxy.v3.TcpProxy.WeightedCluster clusters:envoy.extensions.filters.network.tcp_proxy.v3.TcpProxy.WeightedCluster.ClusterWeight
envoy.extensions.filters.network.tcp_proxy.v3.TcpProxy.WeightedCluster.ClusterWeight name weight metadata_match:envoy.config.core.v3.Metadata
envoy.extensions.filters.network.thrift_proxy.filters.header_to_metadata.v3.HeaderToMetadata request_rules:envoy.extensions.filters.network.thrift_proxy.filters.header_to_metadata.v3.HeaderToMetadata.Rule
envoy.extensions.filters.network.thrift_proxy.filters.header_to_metadata.v3.HeaderToMetadata.KeyValuePair metadata_namespace key value regex_value_rewrite:envoy.type.matcher.v3.RegexMatchAndSubstitute type encode
envoy.extensions.filters.network.thrift_proxy.filters.header_to_metadata.v3.HeaderToMetadata.Rule header on_present:envoy.extensions.filters.network.thrift_proxy.filters.header_to_metadata.v3.HeaderToMetadata.KeyValuePair on_missing:envoy.extensions.filters.network.thrift_proxy.filters.header_to_metadata.v3.HeaderToMetadata.KeyValuePair remove
envoy.extensions.filters.network.thrift_proxy.filters.payload_to_metadata.v3.PayloadToMetadata request_rules:envoy.extensions.filters.network.thrift_proxy.filters.payload_to_metadata.v3.PayloadToMetadata.Rule
envoy.extensions.filters.network.thrift_proxy.filters.payload_to_metadata.v3.PayloadToMetadata.FieldSelector name id child:envoy.extensions.filters.network.thrift_proxy.filters.payload_to_metadata.v3.PayloadToMetadata.FieldSelector
envoy.extensions.filters.network.thrift_proxy.filters.payload_to_metadata.v3.PayloadToMetadata.KeyValuePair metadata_namespace key value regex_value_rewrite:envoy.type.matcher.v3.RegexMatchAndSubstitute type
envoy.extensions.filters.network.thrift_proxy.filters.payload_to_metadata.v3.PayloadToMetadata.Rule method_name service_name field_selector:envoy.extensions.filters.network.thrift_proxy.filters.payload_to_metadata.v3.PayloadToMetadata.FieldSelector on_present:envoy.extensions.filters.network.thrift_proxy.filters.payload_to_metadata.v3.PayloadToMetadata.KeyValuePair on_missing:envoy.extensions.filters.network.thrift_proxy.filters.payload_to_metadata.v3.PayloadToMetadata.KeyValuePair
envoy.extensions.filters.network.thrift_proxy.filters.ratelimit.v3.RateLimit domain stage timeout failure_mode_deny rate_limit_service:envoy.config.ratelimit.v3.RateLimitServiceConfig
envoy.extensions.filters.network.thrift_proxy.router.v3.Router close_downstream_on_upstream_error
envoy.extensions.filters.network.thrift_proxy.v3.Route match:envoy.extensions.filters.network.thrift_proxy.v3.RouteMatch route:envoy.extensions.filters.network.thrift_proxy.v3.RouteAction
envoy.extensions.filters.network.thrift_proxy.v3.RouteAction cluster weighted_clusters:envoy.extensions.filters.network.thrift_proxy.v3.WeightedCluster cluster_header metadata_match:envoy.config.core.v3.Metadata rate_limits:envoy.config.route.v3.RateLimit strip_service_name request_mirror_policies:envoy.extensions.filters.network.thrift_proxy.v3.RouteAction.RequestMirrorPolicy
envoy.extensions.filters.network.thrift_proxy.v3.RouteAction.RequestMirrorPolicy cluster runtime_fraction:envoy.config.core.v3.RuntimeFractionalPercent
envoy.extensions.filters.network.thrift_proxy.v3.RouteConfiguration name routes:envoy.extensions.filters.network.thrift_proxy.v3.Route validate_clusters
envoy.extensions.filters.network.thrift_proxy.v3.RouteMatch method_name service_name invert headers:envoy.config.route.v3.HeaderMatcher
envoy.extensions.filters.network.thrift_proxy.v3.ThriftFilter name typed_config:google.protobuf.Any
envoy.extensions.filters.network.thrift_proxy.v3.ThriftProtocolOptions transport protocol
envoy.extensions.filters.network.thrift_proxy.v3.ThriftProxy transport protocol stat_prefix route_config:envoy.extensions.filters.network.thrift_proxy.v3.RouteConfiguration trds:envoy.extensions.filters.network.thrift_proxy.v3.Trds thrift_filters:envoy.extensions.filters.network.thrift_proxy.v3.ThriftFilter payload_passthrough max_requests_per_connection access_log:envoy.config.accesslog.v3.AccessLog header_keys_preserve_case
envoy.extensions.filters.network.thrift_proxy.v3.Trds config_source:envoy.config.core.v3.ConfigSource route_config_name
envoy.extensions.filters.network.thrift_proxy.v3.WeightedCluster clusters:envoy.extensions.filters.network.thrift_proxy.v3.WeightedCluster.ClusterWeight
envoy.extensions.filters.network.thrift_proxy.v3.WeightedCluster.ClusterWeight name weight metadata_match:envoy.config.core.v3.Metadata
envoy.extensions.filters.network.wasm.v3.Wasm config:envoy.extensions.wasm.v3.PluginConfig
envoy.extensions.filters.network.zookeeper_proxy.v3.LatencyThresholdOverride opcode threshold
envoy.extensions.filters.network.zookeeper_proxy.v3.ZooKeeperProxy stat_prefix access_log max_packet_bytes enable_latency_threshold_metrics default_latency_threshold latency_threshold_overrides:envoy.extensions.filters.network.zookeeper_proxy.v3.LatencyThresholdOverride enable_per_opcode_request_bytes_metrics enable_per_opcode_response_bytes_metrics enable_per_opcode_decoder_error_metrics
envoy.extensions.filters.udp.dns_filter.v3.DnsFilterConfig stat_prefix server_config:envoy.extensions.filters.udp.dns_filter.v3.DnsFilterConfig.ServerContextConfig client_config:envoy.extensions.filters.udp.dns_filter.v3.DnsFilterConfig.ClientContextConfig access_log:envoy.config.accesslog.v3.AccessLog case_insensitive
envoy.extensions.filters.udp.dns_filter.v3.DnsFilterConfig.ClientContextConfig resolver_timeout upstream_resolvers:envoy.config.core.v3.Address dns_resolution_config:envoy.config.core.v3.DnsResolutionConfig typed_dns_resolver_config:envoy.config.core.v3.TypedExtensionConfig max_pending_lookups
envoy.extensions.filters.udp.dns_filter.v3.DnsFilterConfig.ServerContextConfig inline_dns_table:envoy.data.dns.v3.DnsTable external_dns_table:envoy.config.core.v3.DataSource
envoy.extensions.filters.udp.dynamic_modules.v3.DynamicModuleUdpListenerFilter dynamic_module_config:envoy.extensions.dynamic_modules.v3.DynamicModuleConfig filter_name filter_config:google.protobuf.Any
envoy.extensions.filters.udp.udp_proxy.session.dynamic_forward_proxy.v3.FilterConfig stat_prefix dns_cache_config:envoy.extensions.common.dynamic_forward_proxy.v3.DnsCacheConfig buffer_options:envoy.extensions.filters.udp.udp_proxy.session.dynamic_forward_proxy.v3.FilterConfig.BufferOptions
envoy.extensions.filters.udp.udp_proxy.session.dynamic_forward_proxy.v3.FilterConfig.BufferOptions max_buffered_datagrams max_buffered_bytes
envoy.extensions.filters.udp.udp_proxy.session.ext_authz.v3.FilterConfig stat_prefix grpc_service:envoy.config.core.v3.GrpcService failure_mode_allow buffer_options:envoy.extensions.filters.udp.udp_proxy.session.ext_authz.v3.FilterConfig.BufferOptions
envoy.extensions.filters.udp.udp_proxy.session.ext_authz.v3.FilterConfig.BufferOptions max_buffered_datagrams max_buffered_bytes
envoy.extensions.filters.udp.udp_proxy.session.http_capsule.v3.FilterConfig
envoy.extensions.filters.udp.udp_proxy.v3.Route cluster
envoy.extensions.filters.udp.udp_proxy.v3.UdpProxyConfig stat_prefix cluster matcher:xds.type.matcher.v3.Matcher idle_timeout use_original_src_ip hash_policies:envoy.extensions.filters.udp.udp_proxy.v3.UdpProxyConfig.HashPolicy upstream_socket_config:envoy.config.core.v3.UdpSocketConfig use_per_packet_load_balancing access_log:envoy.config.accesslog.v3.AccessLog proxy_access_log:envoy.config.accesslog.v3.AccessLog session_filters:envoy.extensions.filters.udp.udp_proxy.v3.UdpProxyConfig.SessionFilter tunneling_config:envoy.extensions.filters.udp.udp_proxy.v3.UdpProxyConfig.UdpTunnelingConfig access_log_options:envoy.extensions.filters.udp.udp_proxy.v3.UdpProxyConfig.UdpAccessLogOptions
envoy.extensions.filters.udp.udp_proxy.v3.UdpProxyConfig.HashPolicy source_ip key
envoy.extensions.filters.udp.udp_proxy.v3.UdpProxyConfig.SessionFilter name typed_config:google.protobuf.Any config_discovery:envoy.config.core.v3.ExtensionConfigSource
envoy.extensions.filters.udp.udp_proxy.v3.UdpProxyConfig.UdpAccessLogOptions access_log_flush_interval flush_access_log_on_tunnel_connected
envoy.extensions.filters.udp.udp_proxy.v3.UdpProxyConfig.UdpTunnelingConfig proxy_host proxy_port target_host default_target_port use_post post_path retry_options:envoy.extensions.filters.udp.udp_proxy.v3.UdpProxyConfig.UdpTunnelingConfig.RetryOptions headers_to_add:envoy.config.core.v3.HeaderValueOption buffer_options:envoy.extensions.filters.udp.udp_proxy.v3.UdpProxyConfig.UdpTunnelingConfig.BufferOptions propagate_response_headers propagate_response_trailers formatters:envoy.config.core.v3.TypedExtensionConfig
envoy.extensions.filters.udp.udp_proxy.v3.UdpProxyConfig.UdpTunnelingConfig.BufferOptions max_buffered_datagrams max_buffered_bytes
envoy.extensions.filters.udp.udp_proxy.v3.UdpProxyConfig.UdpTunnelingConfig.RetryOptions max_connect_attempts backoff_options:envoy.config.core.v3.BackoffStrategy
envoy.extensions.formatter.cel.v3.Cel cel_config:envoy.config.core.v3.CelExpressionConfig
envoy.extensions.formatter.dynamic_modules.v3.DynamicModuleFormatter dynamic_module_config:envoy.extensions.dynamic_modules.v3.DynamicModuleConfig formatter_name formatter_config:google.protobuf.Any
envoy.extensions.formatter.file_content.v3.FileContent
envoy.extensions.formatter.generic_secret.v3.GenericSecret secret_configs*:envoy.extensions.transport_sockets.tls.v3.SdsSecretConfig
envoy.extensions.formatter.metadata.v3.Metadata
envoy.extensions.formatter.req_without_query.v3.ReqWithoutQuery
envoy.extensions.geoip_providers.common.v3.CommonGeoipProviderConfig geo_headers_to_add:envoy.extensions.geoip_providers.common.v3.CommonGeoipProviderConfig.GeolocationHeadersToAdd geo_field_keys:envoy.extensions.geoip_providers.common.v3.CommonGeoipProviderConfig.GeolocationFieldKeys
envoy.extensions.geoip_providers.common.v3.CommonGeoipProviderConfig.GeolocationFieldKeys country city region asn asn_org anon anon_vpn anon_hosting anon_tor anon_proxy isp apple_private_relay
envoy.extensions.geoip_providers.common.v3.CommonGeoipProviderConfig.GeolocationHeadersToAdd country city region asn asn_org is_anon anon anon_vpn anon_hosting anon_tor anon_proxy isp apple_private_relay
envoy.extensions.geoip_providers.maxmind.v3.MaxMindConfig city_db_path asn_db_path anon_db_path isp_db_path country_db_path common_provider_config:envoy.extensions.geoip_providers.common.v3.CommonGeoipProviderConfig
envoy.extensions.grpc_service.call_credentials.access_token.v3.AccessTokenCredentials token
envoy.extensions.grpc_service.call_credentials.file_based_metadata.v3.FileBasedMetadataCallCredentials secret_data:envoy.config.core.v3.DataSource header_key header_prefix
envoy.extensions.grpc_service.call_credentials.google_compute_engine.v3.GoogleComputeEngineCredentials
envoy.extensions.grpc_service.call_credentials.google_iam.v3.GoogleIamCredentials authorization_token authority_selector
envoy.extensions.grpc_service.call_credentials.google_refresh_token.v3.GoogleRefreshTokenCredentials token
envoy.extensions.grpc_service.call_credentials.service_account_jwt_access.v3.ServiceAccountJwtAccessCredentials json_key token_lifetime
envoy.extensions.grpc_service.call_credentials.sts_service.v3.StsServiceCredentials token_exchange_service_uri resource audience scope requested_token_type subject_token_path subject_token_type actor_token_path actor_token_type
envoy.extensions.grpc_service.channel_credentials.google_default.v3.GoogleDefaultCredentials
envoy.extensions.grpc_service.channel_credentials.insecure.v3.InsecureCredentials
envoy.extensions.grpc_service.channel_credentials.local.v3.LocalCredentials
envoy.extensions.grpc_service.channel_credentials.tls.v3.TlsCredentials root_certificate_provider:envoy.extensions.transport_sockets.tls.v3.CommonTlsContext.CertificateProviderInstance identity_certificate_provider:envoy.extensions.transport_sockets.tls.v3.CommonTlsContext.CertificateProviderInstance
envoy.extensions.grpc_service.channel_credentials.xds.v3.XdsCredentials fallback_credentials:google.protobuf.Any
envoy.extensions.health_check.event_sinks.file.v3.HealthCheckEventFileSink event_log_path
envoy.extensions.health_checkers.dynamic_modules.v3.DynamicModuleHealthCheck dynamic_module_config:envoy.extensions.dynamic_modules.v3.DynamicModuleConfig health_checker_name health_checker_config:google.protobuf.Any
envoy.extensions.health_checkers.redis.v3.Redis key aws_iam:envoy.extensions.filters.network.redis_proxy.v3.AwsIam
envoy.extensions.health_checkers.thrift.v3.Thrift method_name transport protocol
envoy.extensions.health_checkers.udp.v3.UdpHealthCheck send:envoy.config.core.v3.HealthCheck.Payload receive:envoy.config.core.v3.HealthCheck.Payload
envoy.extensions.http.ai_filters.request_info.v3.RequestInfo metadata_namespace token_estimation:envoy.extensions.http.ai_filters.request_info.v3.RequestInfo.TokenEstimation
envoy.extensions.http.ai_filters.request_info.v3.RequestInfo.TokenEstimation tokens_per_byte
envoy.extensions.http.ai_filters.schema_validation.v3.SchemaValidation default_llm_protocol fail_open
envoy.extensions.http.ai_filters.transcoder.v3.Transcoder request_handling response_handling
envoy.extensions.http.cache.file_system_http_cache.v3.FileSystemHttpCacheConfig manager_config:envoy.extensions.common.async_files.v3.AsyncFileManagerConfig cache_path max_cache_size_bytes max_individual_cache_entry_size_bytes max_cache_entry_count cache_subdivisions evict_fraction max_eviction_period min_eviction_period create_cache_path
envoy.extensions.http.cache.simple_http_cache.v3.SimpleHttpCacheConfig
envoy.extensions.http.cache_v2.file_system_http_cache.v3.FileSystemHttpCacheV2Config manager_config:envoy.extensions.common.async_files.v3.AsyncFileManagerConfig cache_path max_cache_size_bytes max_individual_cache_entry_size_bytes max_cache_entry_count cache_subdivisions evict_fraction max_eviction_period min_eviction_period create_cache_path
envoy.extensions.http.cache_v2.simple_http_cache.v3.SimpleHttpCacheV2Config
envoy.extensions.http.custom_response.local_response_policy.v3.LocalResponsePolicy body:envoy.config.core.v3.DataSource body_format:envoy.config.core.v3.SubstitutionFormatString status_code response_headers_to_add:envoy.config.core.v3.HeaderValueOption preserve_response_code_details response_code_details
envoy.extensions.http.custom_response.redirect_policy.v3.RedirectPolicy uri redirect_action:envoy.config.route.v3.RedirectAction status_code response_headers_to_add:envoy.config.core.v3.HeaderValueOption request_headers_to_add:envoy.config.core.v3.HeaderValueOption modify_request_headers_action:envoy.config.core.v3.TypedExtensionConfig
envoy.extensions.http.early_header_mutation.dynamic_modules.v3.DynamicModuleEarlyHeaderMutation dynamic_module_config:envoy.extensions.dynamic_modules.v3.DynamicModuleConfig early_header_mutation_name early_header_mutation_config:google.protobuf.Any
envoy.extensions.http.early_header_mutation.header_mutation.v3.HeaderMutation mutations:envoy.config.common.mutation_rules.v3.HeaderMutation
envoy.extensions.http.ext_proc.processing_request_modifiers.mapped_attribute_builder.v3.MappedAttributeBuilder mapped_request_attributes* mapped_response_attributes*
envoy.extensions.http.ext_proc.response_processors.save_processing_response.v3.SaveProcessingResponse filter_state_name_suffix save_request_headers:envoy.extensions.http.ext_proc.response_processors.save_processing_response.v3.SaveProcessingResponse.SaveOptions save_response_headers:envoy.extensions.http.ext_proc.response_processors.save_processing_response.v3.SaveProcessingResponse.SaveOptions save_request_trailers:envoy.extensions.http.ext_proc.response_processors.save_processing_response.v3.SaveProcessingResponse.SaveOptions save_response_trailers:envoy.extensions.http.ext_proc.response_processors.save_processing_response.v3.SaveProcessingResponse.SaveOptions save_immediate_response:envoy.extensions.http.ext_proc.response_processors.save_processing_response.v3.SaveProcessingResponse.SaveOptions
envoy.extensions.http.ext_proc.response_processors.save_processing_response.v3.SaveProcessingResponse.SaveOptions save_response save_on_error
envoy.extensions.http.header_formatters.dynamic_modules.v3.DynamicModuleHeaderFormatter dynamic_module_config:envoy.extensions.dynamic_modules.v3.DynamicModuleConfig header_formatter_name header_formatter_config:google.protobuf.Any
envoy.extensions.http.header_formatters.preserve_case.v3.PreserveCaseFormatterConfig forward_reason_phrase formatter_type_on_envoy_headers
envoy.extensions.http.header_validators.envoy_default.v3.HeaderValidatorConfig http1_protocol_options:envoy.extensions.http.header_validators.envoy_default.v3.HeaderValidatorConfig.Http1ProtocolOptions uri_path_normalization_options:envoy.extensions.http.header_validators.envoy_default.v3.HeaderValidatorConfig.UriPathNormalizationOptions restrict_http_methods headers_with_underscores_action strip_fragment_from_path
envoy.extensions.http.header_validators.envoy_default.v3.HeaderValidatorConfig.Http1ProtocolOptions allow_chunked_length
envoy.extensions.http.header_validators.envoy_default.v3.HeaderValidatorConfig.UriPathNormalizationOptions skip_path_normalization skip_merging_slashes path_with_escaped_slashes_action
envoy.extensions.http.injected_credentials.generic.v3.Generic credential:envoy.extensions.transport_sockets.tls.v3.SdsSecretConfig header header_value_prefix
envoy.extensions.http.injected_credentials.oauth2.v3.OAuth2 token_endpoint:envoy.config.core.v3.HttpUri scopes client_credentials:envoy.extensions.http.injected_credentials.oauth2.v3.OAuth2.ClientCredentials token_fetch_retry_interval endpoint_params:envoy.extensions.http.injected_credentials.oauth2.v3.OAuth2.EndpointParameter
envoy.extensions.http.injected_credentials.oauth2.v3.OAuth2.ClientCredentials client_id client_secret:envoy.extensions.transport_sockets.tls.v3.SdsSecretConfig auth_type
envoy.extensions.http.injected_credentials.oauth2.v3.OAuth2.EndpointParameter name value
envoy.extensions.http.original_ip_detection.custom_header.v3.CustomHeaderConfig header_name allow_extension_to_set_address_as_trusted reject_with_status:envoy.type.v3.HttpStatus
envoy.extensions.http.original_ip_detection.xff.v3.XffConfig xff_num_trusted_hops xff_trusted_cidrs:envoy.extensions.http.original_ip_detection.xff.v3.XffTrustedCidrs skip_xff_append
envoy.extensions.http.original_ip_detection.xff.v3.XffTrustedCidrs cidrs:envoy.config.core.v3.CidrRange
envoy.extensions.http.stateful_session.cookie.v3.CookieBasedSessionState cookie:envoy.type.http.v3.Cookie
envoy.extensions.http.stateful_session.envelope.v3.EnvelopeSessionState header:envoy.extensions.http.stateful_session.envelope.v3.EnvelopeSessionState.Header
envoy.extensions.http.stateful_session.envelope.v3.EnvelopeSessionState.Header name
envoy.extensions.http.stateful_session.header.v3.HeaderBasedSessionState name
envoy.extensions.internal_redirect.allow_listed_routes.v3.AllowListedRoutesConfig allowed_route_names
envoy.extensions.internal_redirect.filter_state.v3.FilterStateConfig redirect_enabled_key redirect_if_absent
envoy.extensions.internal_redirect.previous_routes.v3.PreviousRoutesConfig
envoy.extensions.internal_redirect.safe_cross_scheme.v3.SafeCrossSchemeConfig
envoy.extensions.key_value.file_based.v3.FileBasedKeyValueStoreConfig filename flush_interval max_entries
envoy.extensions.load_balancing_policies.client_side_weighted_round_robin.v3.ClientSideWeightedRoundRobin enable_oob_load_report oob_reporting_period blackout_period weight_expiration_period weight_update_period error_utilization_penalty metric_names_for_computing_utilization slow_start_config:envoy.extensions.load_balancing_policies.common.v3.SlowStartConfig oob_reporting_config:envoy.extensions.load_balancing_policies.common.v3.OrcaOobReportingConfig
envoy.extensions.load_balancing_policies.cluster_provided.v3.ClusterProvided
envoy.extensions.load_balancing_policies.common.v3.ConsistentHashingLbConfig use_hostname_for_hashing hash_balance_factor hash_policy:envoy.config.route.v3.RouteAction.HashPolicy
envoy.extensions.load_balancing_policies.common.v3.LocalityLbConfig zone_aware_lb_config:envoy.extensions.load_balancing_policies.common.v3.LocalityLbConfig.ZoneAwareLbConfig locality_weighted_lb_config:envoy.extensions.load_balancing_policies.common.v3.LocalityLbConfig.LocalityWeightedLbConfig
envoy.extensions.load_balancing_policies.common.v3.LocalityLbConfig.LocalityWeightedLbConfig
envoy.extensions.load_balancing_policies.common.v3.LocalityLbConfig.ZoneAwareLbConfig routing_enabled:envoy.type.v3.Percent min_cluster_size fail_traffic_on_panic force_locality_direct_routing force_local_zone:envoy.extensions.load_balancing_policies.common.v3.LocalityLbConfig.ZoneAwareLbConfig.ForceLocalZone locality_basis
envoy.extensions.load_balancing_policies.common.v3.LocalityLbConfig.ZoneAwareLbConfig.ForceLocalZone min_size
envoy.extensions.load_balancing_policies.common.v3.OrcaOobReportingConfig port_value authority transport_socket_match_criteria=
envoy.extensions.load_balancing_policies.common.v3.SlowStartConfig slow_start_window aggression:envoy.config.core.v3.RuntimeDouble min_weight_percent:envoy.type.v3.Percent
envoy.extensions.load_balancing_policies.dynamic_modules.v3.DynamicModulesLoadBalancerConfig dynamic_module_config:envoy.extensions.dynamic_modules.v3.DynamicModuleConfig lb_policy_name lb_policy_config:google.protobuf.Any
envoy.extensions.load_balancing_policies.least_request.v3.LeastRequest choice_count active_request_bias:envoy.config.core.v3.RuntimeDouble slow_start_config:envoy.extensions.load_balancing_policies.common.v3.SlowStartConfig locality_lb_config:envoy.extensions.load_balancing_policies.common.v3.LocalityLbConfig enable_full_scan selection_method
envoy.extensions.load_balancing_policies.load_aware_locality.v3.LoadAwareLocality endpoint_picking_policy:envoy.config.cluster.v3.LoadBalancingPolicy weight_update_period metric_names_for_computing_utilization utilization_variance_threshold smoothing_time_constant remote_probe_fraction weight_expiration_period enable_oob_load_report oob_reporting_period oob_reporting_config:envoy.extensions.load_balancing_policies.common.v3.OrcaOobReportingConfig
envoy.extensions.load_balancing_policies.maglev.v3.Maglev table_size consistent_hashing_lb_config:envoy.extensions.load_balancing_policies.common.v3.ConsistentHashingLbConfig locality_weighted_lb_config:envoy.extensions.load_balancing_policies.common.v3.LocalityLbConfig.LocalityWeightedLbConfig
envoy.extensions.load_balancing_policies.override_host.v3.OverrideHost override_host_sources:envoy.extensions.load_balancing_policies.override_host.v3.OverrideHost.OverrideHostSource selected_host_key:envoy.type.metadata.v3.MetadataKey fallback_policy:envoy.config.cluster.v3.LoadBalancingPolicy
envoy.extensions.load_balancing_policies.override_host.v3.OverrideHost.OverrideHostSource header metadata:envoy.type.metadata.v3.MetadataKey
envoy.extensions.load_balancing_policies.pick_first.v3.PickFirst shuffle_address_list
envoy.extensions.load_balancing_policies.random.v3.Random locality_lb_config:envoy.extensions.load_balancing_policies.common.v3.LocalityLbConfig
envoy.extensions.load_balancing_policies.random_subsetting.v3.RandomSubsetting subset_size child_policy:envoy.config.cluster.v3.LoadBalancingPolicy
envoy.extensions.load_balancing_policies.ring_hash.v3.RingHash hash_function minimum_ring_size maximum_ring_size use_hostname_for_hashing hash_balance_factor consistent_hashing_lb_config:envoy.extensions.load_balancing_policies.common.v3.ConsistentHashingLbConfig locality_weighted_lb_config:envoy.extensions.load_balancing_policies.common.v3.LocalityLbConfig.LocalityWeightedLbConfig
envoy.extensions.load_balancing_policies.round_robin.v3.RoundRobin slow_start_config:envoy.extensions.load_balancing_policies.common.v3.SlowStartConfig locality_lb_config:envoy.extensions.load_balancing_policies.common.v3.LocalityLbConfig
envoy.extensions.load_balancing_policies.subset.v3.Subset fallback_policy default_subset= subset_selectors:envoy.extensions.load_balancing_policies.subset.v3.Subset.LbSubsetSelector allow_redundant_keys locality_weight_aware scale_locality_weight panic_mode_any list_as_any metadata_fallback_policy subset_lb_policy:envoy.config.cluster.v3.LoadBalancingPolicy
envoy.extensions.load_balancing_policies.subset.v3.Subset.LbSubsetSelector keys single_host_per_subset fallback_policy fallback_keys_subset
envoy.extensions.load_balancing_policies.wrr_locality.v3.WrrLocality endpoint_picking_policy:envoy.config.cluster.v3.LoadBalancingPolicy
envoy.extensions.local_address_selectors.filter_state_override.v3.Config
envoy.extensions.matching.actions.transform_stat.v3.TransformStat drop_stat:envoy.extensions.matching.actions.transform_stat.v3.TransformStat.DropStat drop_tag:envoy.extensions.matching.actions.transform_stat.v3.TransformStat.DropTag update_tag:envoy.extensions.matching.actions.transform_stat.v3.TransformStat.UpdateTag
envoy.extensions.matching.actions.transform_stat.v3.TransformStat.DropStat
envoy.extensions.matching.actions.transform_stat.v3.TransformStat.DropTag
envoy.extensions.matching.actions.transform_stat.v3.TransformStat.UpdateTag new_tag_value
envoy.extensions.matching.common_inputs.environment_variable.v3.Config name
envoy.extensions.matching.common_inputs.network.v3.ApplicationProtocolInput
envoy.extensions.matching.common_inputs.network.v3.DestinationIPInput
envoy.extensions.matching.common_inputs.network.v3.DestinationPortInput
envoy.extensions.matching.common_inputs.network.v3.DirectSourceIPInput
envoy.extensions.matching.common_inputs.network.v3.DynamicMetadataInput filter path:envoy.extensions.matching.common_inputs.network.v3.DynamicMetadataInput.PathSegment
envoy.extensions.matching.common_inputs.network.v3.DynamicMetadataInput.PathSegment key
envoy.extensions.matching.common_inputs.network.v3.FilterStateInput key field
envoy.extensions.matching.common_inputs.network.v3.NetworkNamespaceInput
envoy.extensions.matching.common_inputs.network.v3.ServerNameInput
envoy.extensions.matching.common_inputs.network.v3.SourceIPInput
envoy.extensions.matching.common_inputs.network.v3.SourcePortInput
envoy.extensions.matching.common_inputs.network.v3.SourceTypeInput
envoy.extensions.matching.common_inputs.network.v3.TransportProtocolInput
envoy.extensions.matching.common_inputs.ssl.v3.DnsSanInput
envoy.extensions.matching.common_inputs.ssl.v3.SubjectInput
envoy.extensions.matching.common_inputs.ssl.v3.UriSanInput
envoy.extensions.matching.common_inputs.stats.v3.StatFullNameMatchInput
envoy.extensions.matching.common_inputs.stats.v3.StatTagValueInput
envoy.extensions.matching.common_inputs.transport_socket.v3.EndpointMetadataInput filter path:envoy.extensions.matching.common_inputs.transport_socket.v3.EndpointMetadataInput.PathSegment
envoy.extensions.matching.common_inputs.transport_socket.v3.EndpointMetadataInput.PathSegment key
envoy.extensions.matching.common_inputs.transport_socket.v3.FilterStateInput key
envoy.extensions.matching.common_inputs.transport_socket.v3.LocalityMetadataInput filter path:envoy.extensions.matching.common_inputs.transport_socket.v3.LocalityMetadataInput.PathSegment
envoy.extensions.matching.common_inputs.transport_socket.v3.LocalityMetadataInput.PathSegment key
envoy.extensions.matching.common_inputs.transport_socket.v3.TransportSocketNameAction name
envoy.extensions.matching.http.dynamic_modules.v3.DynamicModuleDataInput dynamic_module_config:envoy.extensions.dynamic_modules.v3.DynamicModuleConfig input_name input_config:google.protobuf.Any
envoy.extensions.matching.http.dynamic_modules.v3.HttpDynamicModuleMatchInput
envoy.extensions.matching.input_matchers.consistent_hashing.v3.ConsistentHashing threshold modulo seed
envoy.extensions.matching.input_matchers.dynamic_modules.v3.DynamicModuleMatcher dynamic_module_config:envoy.extensions.dynamic_modules.v3.DynamicModuleConfig matcher_name matcher_config:google.protobuf.Any on_error
envoy.extensions.matching.input_matchers.ip.v3.Ip cidr_ranges:envoy.config.core.v3.CidrRange stat_prefix
envoy.extensions.matching.input_matchers.metadata.v3.Metadata value:envoy.type.matcher.v3.ValueMatcher invert
envoy.extensions.matching.input_matchers.runtime_fraction.v3.RuntimeFraction runtime_fraction:envoy.config.core.v3.RuntimeFractionalPercent seed
envoy.extensions.network.dns_resolver.apple.v3.AppleDnsResolverConfig include_unroutable_families
envoy.extensions.network.dns_resolver.cares.v3.CaresDnsResolverConfig resolvers:envoy.config.core.v3.Address use_resolvers_as_fallback filter_unroutable_families dns_resolver_options:envoy.config.core.v3.DnsResolverOptions udp_max_queries query_timeout_seconds query_tries rotate_nameservers edns0_max_payload_size max_udp_channel_duration reinit_channel_on_timeout qcache_max_ttl
envoy.extensions.network.dns_resolver.getaddrinfo.v3.GetAddrInfoDnsResolverConfig num_retries num_resolver_threads
envoy.extensions.network.dns_resolver.hickory.v3.DnsOverHttpsConfig server_urls
envoy.extensions.network.dns_resolver.hickory.v3.DnsOverTlsConfig servers:envoy.config.core.v3.Address tls_server_name
envoy.extensions.network.dns_resolver.hickory.v3.HickoryDnsResolverConfig resolvers:envoy.config.core.v3.Address dns_over_tls:envoy.extensions.network.dns_resolver.hickory.v3.DnsOverTlsConfig dns_over_https:envoy.extensions.network.dns_resolver.hickory.v3.DnsOverHttpsConfig enable_dnssec cache_size num_resolver_threads use_system_config query_timeout query_tries
envoy.extensions.network.socket_interface.sockmap.v3.Sockmap bpf_program_path cgroup_path sockhash_max_entries register_user_space_sockets accelerated_ports:envoy.type.v3.Int64Range
envoy.extensions.network.socket_interface.v3.DefaultSocketInterface io_uring_options:envoy.extensions.network.socket_interface.v3.IoUringOptions
envoy.extensions.network.socket_interface.v3.IoUringOptions io_uring_size enable_submission_queue_polling read_buffer_size write_timeout_ms write_high_watermark_bytes write_low_watermark_bytes enable_multishot_receive
envoy.extensions.outlier_detection_monitors.common.v3.DatabaseErrors
envoy.extensions.outlier_detection_monitors.common.v3.ErrorBuckets http_errors:envoy.extensions.outlier_detection_monitors.common.v3.HttpErrors local_origin_errors:envoy.extensions.outlier_detection_monitors.common.v3.LocalOriginErrors database_errors:envoy.extensions.outlier_detection_monitors.common.v3.DatabaseErrors
envoy.extensions.outlier_detection_monitors.common.v3.HttpErrors range:envoy.type.v3.Int32Range
envoy.extensions.outlier_detection_monitors.common.v3.LocalOriginErrors
envoy.extensions.outlier_detection_monitors.consecutive_errors.v3.ConsecutiveErrors name threshold enforcing error_buckets:envoy.extensions.outlier_detection_monitors.common.v3.ErrorBuckets
envoy.extensions.path.match.uri_template.v3.UriTemplateMatchConfig path_template
envoy.extensions.path.rewrite.uri_template.v3.UriTemplateRewriteConfig path_template_rewrite
envoy.extensions.queue_policy.fifo.v3.FifoQueuePolicyConfig
envoy.extensions.quic.client_writer_factory.v3.DefaultClientWriter
envoy.extensions.quic.connection_debug_visitor.quic_stats.v3.Config update_period
envoy.extensions.quic.connection_debug_visitor.v3.BasicConfig
envoy.extensions.quic.connection_id_generator.quic_lb.v3.Config server_id:envoy.config.core.v3.DataSource server_id_base64_encoded expected_server_id_length nonce_length_bytes encryption_parameters:envoy.extensions.transport_sockets.tls.v3.SdsSecretConfig unencrypted_mode
envoy.extensions.quic.connection_id_generator.v3.DeterministicConnectionIdGeneratorConfig
envoy.extensions.quic.crypto_stream.v3.CryptoServerStreamConfig
envoy.extensions.quic.proof_source.v3.ProofSourceConfig
envoy.extensions.quic.server_preferred_address.v3.DataSourceServerPreferredAddressConfig ipv4_config:envoy.extensions.quic.server_preferred_address.v3.DataSourceServerPreferredAddressConfig.AddressFamilyConfig ipv6_config:envoy.extensions.quic.server_preferred_address.v3.DataSourceServerPreferredAddressConfig.AddressFamilyConfig
envoy.extensions.quic.server_preferred_address.v3.DataSourceServerPreferredAddressConfig.AddressFamilyConfig address:envoy.config.core.v3.DataSource port:envoy.config.core.v3.DataSource dnat_address:envoy.config.core.v3.DataSource
envoy.extensions.quic.server_preferred_address.v3.FixedServerPreferredAddressConfig ipv4_address ipv4_config:envoy.extensions.quic.server_preferred_address.v3.FixedServerPreferredAddressConfig.AddressFamilyConfig ipv6_address ipv6_config:envoy.extensions.quic.server_preferred_address.v3.FixedServerPreferredAddressConfig.AddressFamilyConfig
envoy.extensions.quic.server_preferred_address.v3.FixedServerPreferredAddressConfig.AddressFamilyConfig address:envoy.config.core.v3.SocketAddress dnat_address:envoy.config.core.v3.SocketAddress
envoy.extensions.rate_limit_descriptors.expr.v3.Descriptor descriptor_key skip_if_error text parsed:google.api.expr.v1alpha1.Expr
envoy.extensions.rate_limit_descriptors.jwt_claim.v3.Descriptor descriptor_key header_name cookie value_prefix claim_name default_value skip_if_absent
envoy.extensions.rbac.audit_loggers.stream.v3.StdoutAuditLog
envoy.extensions.rbac.matchers.upstream_ip_port.v3.UpstreamIpPortMatcher upstream_ip:envoy.config.core.v3.CidrRange upstream_port_range:envoy.type.v3.Int64Range
envoy.extensions.rbac.principals.mtls_authenticated.v3.Config san_matcher:envoy.extensions.transport_sockets.tls.v3.SubjectAltNameMatcher any_validated_client_certificate
envoy.extensions.regex_engines.v3.GoogleRE2
envoy.extensions.request_id.uuid.v3.UuidRequestIdConfig pack_trace_reason use_request_id_for_trace_sampling
envoy.extensions.resource_monitors.cgroup_memory.v3.CgroupMemoryConfig max_memory_bytes
envoy.extensions.resource_monitors.cpu_utilization.v3.CpuUtilizationConfig mode
envoy.extensions.resource_monitors.downstream_connections.v3.DownstreamConnectionsConfig max_active_downstream_connections
envoy.extensions.resource_monitors.fixed_heap.v3.FixedHeapConfig max_heap_size_bytes max_heap_size_bytes_runtime:envoy.config.core.v3.RuntimeUInt64
envoy.extensions.resource_monitors.injected_resource.v3.InjectedResourceConfig filename
envoy.extensions.retry.host.omit_canary_hosts.v3.OmitCanaryHostsPredicate
envoy.extensions.retry.host.omit_host_metadata.v3.OmitHostMetadataConfig metadata_match:envoy.config.core.v3.Metadata
envoy.extensions.retry.host.previous_hosts.v3.PreviousHostsPredicate
envoy.extensions.retry.priority.previous_priorities.v3.PreviousPrioritiesConfig update_frequency
envoy.extensions.router.cluster_specifiers.dynamic_modules.v3.DynamicModuleClusterSpecifier dynamic_module_config:envoy.extensions.dynamic_modules.v3.DynamicModuleConfig specifier_name specifier_config:google.protobuf.Any route_action_overrides*:envoy.extensions.router.cluster_specifiers.dynamic_modules.v3.RouteActionOverride
envoy.extensions.router.cluster_specifiers.dynamic_modules.v3.RouteActionOverride retry_policy:envoy.config.route.v3.RetryPolicy metadata_match:envoy.config.core.v3.Metadata request_mirror_policies:envoy.config.route.v3.RouteAction.RequestMirrorPolicy hash_policy:envoy.config.route.v3.RouteAction.HashPolicy
envoy.extensions.router.cluster_specifiers.lua.v3.LuaConfig source_code:envoy.config.core.v3.DataSource default_cluster
envoy.extensions.router.cluster_specifiers.matcher.v3.ClusterAction cluster
envoy.extensions.router.cluster_specifiers.matcher.v3.MatcherClusterSpecifier cluster_matcher:xds.type.matcher.v3.Matcher
envoy.extensions.router.cluster_specifiers.priority_group.v3.ClusterWeight cluster_name weight
envoy.extensions.router.cluster_specifiers.priority_group.v3.PriorityGroup name clusters:envoy.extensions.router.cluster_specifiers.priority_group.v3.ClusterWeight
envoy.extensions.router.cluster_specifiers.priority_group.v3.PriorityGroupClusterSpecifier priority_groups:envoy.extensions.router.cluster_specifiers.priority_group.v3.PriorityGroup override_metadata_namespace header_name use_hash_policy
envoy.extensions.router.cluster_specifiers.priority_group.v3.PriorityGroupsOverride priority_groups:envoy.extensions.router.cluster_specifiers.priority_group.v3.PriorityGroup
envoy.extensions.router.route_specifiers.dynamic_modules.v3.DynamicModuleRouteSpecifier dynamic_module_config:envoy.extensions.dynamic_modules.v3.DynamicModuleConfig specifier_name specifier_config:google.protobuf.Any stat_prefix route_templates:envoy.extensions.router.route_specifiers.dynamic_modules.v3.RouteTemplate route_overrides:envoy.extensions.router.route_specifiers.dynamic_modules.v3.RouteOverride runtime_fraction:envoy.config.core.v3.RuntimeFractionalPercent failure_policy validate_clusters max_rewritten_path_bytes specifier_instance_id
envoy.extensions.router.route_specifiers.dynamic_modules.v3.RouteOverride override_id retry_policy:envoy.config.route.v3.RetryPolicy metadata_match:envoy.config.core.v3.Metadata request_mirror_policies:envoy.config.route.v3.RouteAction.RequestMirrorPolicy hash_policy:envoy.config.route.v3.RouteAction.HashPolicy hedge_policy:envoy.config.route.v3.HedgePolicy rate_limits:envoy.config.route.v3.RateLimit cors:envoy.config.route.v3.CorsPolicy regex_rewrite:envoy.type.matcher.v3.RegexMatchAndSubstitute tracing:envoy.config.route.v3.Tracing metadata:envoy.config.core.v3.Metadata
envoy.extensions.router.route_specifiers.dynamic_modules.v3.RouteTemplate template_id route:envoy.config.route.v3.Route
envoy.extensions.stat_sinks.dynamic_modules.v3.DynamicModuleStatsSink dynamic_module_config:envoy.extensions.dynamic_modules.v3.DynamicModuleConfig sink_name sink_config:google.protobuf.Any
envoy.extensions.stat_sinks.graphite_statsd.v3.GraphiteStatsdSink address:envoy.config.core.v3.Address prefix max_bytes_per_datagram scale_histogram_units_to_milliseconds
envoy.extensions.stat_sinks.open_telemetry.v3.SinkConfig grpc_service:envoy.config.core.v3.GrpcService http_service:envoy.config.core.v3.HttpService resource_detectors:envoy.config.core.v3.TypedExtensionConfig report_counters_as_deltas report_histograms_as_deltas emit_tags_as_attributes use_tag_extracted_name prefix custom_metric_conversions:xds.type.matcher.v3.Matcher max_data_points_per_request
envoy.extensions.stat_sinks.open_telemetry.v3.SinkConfig.ConversionAction metric_name static_metric_labels:opentelemetry.proto.common.v1.KeyValue
envoy.extensions.stat_sinks.open_telemetry.v3.SinkConfig.DropAction
envoy.extensions.stat_sinks.wasm.v3.Wasm config:envoy.extensions.wasm.v3.PluginConfig
envoy.extensions.string_matcher.lua.v3.Lua source_code:envoy.config.core.v3.DataSource
envoy.extensions.tracers.dynamic_modules.v3.DynamicModuleTracer dynamic_module_config:envoy.extensions.dynamic_modules.v3.DynamicModuleConfig tracer_name tracer_config:google.protobuf.Any
envoy.extensions.tracers.fluentd.v3.FluentdConfig cluster tag stat_prefix buffer_flush_interval buffer_size_bytes retry_policy:envoy.config.core.v3.RetryPolicy
envoy.extensions.tracers.opentelemetry.resource_detectors.v3.DynatraceResourceDetectorConfig
envoy.extensions.tracers.opentelemetry.resource_detectors.v3.EnvironmentResourceDetectorConfig
envoy.extensions.tracers.opentelemetry.resource_detectors.v3.StaticConfigResourceDetectorConfig attributes*
envoy.extensions.tracers.opentelemetry.samplers.v3.AlwaysOnSamplerConfig
envoy.extensions.tracers.opentelemetry.samplers.v3.CELSamplerConfig expression:xds.type.v3.CelExpression
envoy.extensions.tracers.opentelemetry.samplers.v3.DynatraceSamplerConfig tenant cluster_id http_service:envoy.config.core.v3.HttpService root_spans_per_minute
envoy.extensions.tracers.opentelemetry.samplers.v3.ParentBasedSamplerConfig wrapped_sampler:envoy.config.core.v3.TypedExtensionConfig
envoy.extensions.tracers.opentelemetry.samplers.v3.TraceIdRatioBasedSamplerConfig sampling_percentage:envoy.type.v3.FractionalPercent
envoy.extensions.transport_sockets.alts.v3.Alts handshaker_service peer_service_accounts
envoy.extensions.transport_sockets.dynamic_modules.v3.DynamicModuleTransportSocket dynamic_module_config:envoy.extensions.dynamic_modules.v3.DynamicModuleConfig transport_socket_name transport_socket_config:google.protobuf.Any implements_secure_transport
envoy.extensions.transport_sockets.http_11_proxy.v3.Http11ProxyUpstreamTransport transport_socket:envoy.config.core.v3.TransportSocket default_proxy_address:envoy.config.core.v3.Address
envoy.extensions.transport_sockets.internal_upstream.v3.InternalUpstreamTransport passthrough_metadata:envoy.extensions.transport_sockets.internal_upstream.v3.InternalUpstreamTransport.MetadataValueSource transport_socket:envoy.config.core.v3.TransportSocket
envoy.extensions.transport_sockets.internal_upstream.v3.InternalUpstreamTransport.MetadataValueSource kind:envoy.type.metadata.v3.MetadataKind name
envoy.extensions.transport_sockets.proxy_protocol.v3.ProxyProtocolUpstreamTransport config:envoy.config.core.v3.ProxyProtocolConfig transport_socket:envoy.config.core.v3.TransportSocket allow_unspecified_address tlv_as_pool_key
envoy.extensions.transport_sockets.quic.v3.QuicDownstreamTransport downstream_tls_context:envoy.extensions.transport_sockets.tls.v3.DownstreamTlsContext enable_early_data enable_resumption
envoy.extensions.transport_sockets.quic.v3.QuicUpstreamTransport upstream_tls_context:envoy.extensions.transport_sockets.tls.v3.UpstreamTlsContext
envoy.extensions.transport_sockets.raw_buffer.v3.RawBuffer
envoy.extensions.transport_sockets.s2a.v3.S2AConfiguration s2a_address
envoy.extensions.transport_sockets.starttls.v3.StartTlsConfig cleartext_socket_config:envoy.extensions.transport_sockets.raw_buffer.v3.RawBuffer tls_socket_config:envoy.extensions.transport_sockets.tls.v3.DownstreamTlsContext
envoy.extensions.transport_sockets.starttls.v3.UpstreamStartTlsConfig cleartext_socket_config:envoy.extensions.transport_sockets.raw_buffer.v3.RawBuffer tls_socket_config:envoy.extensions.transport_sockets.tls.v3.UpstreamTlsContext
envoy.extensions.transport_sockets.tap.v3.SocketTapConfig set_connection_per_event stats_prefix
envoy.extensions.transport_sockets.tap.v3.Tap common_config:envoy.extensions.common.tap.v3.CommonExtensionConfig transport_socket:envoy.config.core.v3.TransportSocket socket_tap_config:envoy.extensions.transport_sockets.tap.v3.SocketTapConfig
envoy.extensions.transport_sockets.tcp_stats.v3.Config transport_socket:envoy.config.core.v3.TransportSocket update_period
envoy.extensions.transport_sockets.tls.cert_mappers.filter_state_override.v3.Config default_value
envoy.extensions.transport_sockets.tls.cert_mappers.sni.v3.SNI default_value
envoy.extensions.transport_sockets.tls.cert_mappers.static_name.v3.StaticName name
envoy.extensions.transport_sockets.tls.cert_selectors.on_demand_secret.v3.Config config_source:envoy.config.core.v3.ConfigSource certificate_mapper:envoy.config.core.v3.TypedExtensionConfig prefetch_secret_names
envoy.extensions.transport_sockets.tls.cert_validator.dynamic_modules.v3.DynamicModuleCertValidatorConfig dynamic_module_config:envoy.extensions.dynamic_modules.v3.DynamicModuleConfig validator_name validator_config:google.protobuf.Any
envoy.extensions.transport_sockets.tls.handshakers.dynamic_modules.v3.DynamicModuleTlsHandshaker dynamic_module_config:envoy.extensions.dynamic_modules.v3.DynamicModuleConfig handshaker_name handshaker_config:google.protobuf.Any
envoy.extensions.transport_sockets.tls.v3.CertificateProviderPluginInstance instance_name certificate_name
envoy.extensions.transport_sockets.tls.v3.CertificateValidationContext trusted_ca:envoy.config.core.v3.DataSource ca_certificate_provider_instance:envoy.extensions.transport_sockets.tls.v3.CertificateProviderPluginInstance system_root_certs:envoy.extensions.transport_sockets.tls.v3.CertificateValidationContext.SystemRootCerts watched_directory:envoy.config.core.v3.WatchedDirectory verify_certificate_spki verify_certificate_hash match_typed_subject_alt_names:envoy.extensions.transport_sockets.tls.v3.SubjectAltNameMatcher match_subject_alt_names:envoy.type.matcher.v3.StringMatcher require_signed_certificate_timestamp crl:envoy.config.core.v3.DataSource allow_expired_certificate trust_chain_verification custom_validator_config:envoy.config.core.v3.TypedExtensionConfig only_verify_leaf_cert_crl max_verify_depth suppress_client_ca_list
envoy.extensions.transport_sockets.tls.v3.CertificateValidationContext.SystemRootCerts
envoy.extensions.transport_sockets.tls.v3.CommonTlsContext tls_params:envoy.extensions.transport_sockets.tls.v3.TlsParameters tls_certificates:envoy.extensions.transport_sockets.tls.v3.TlsCertificate tls_certificate_sds_secret_configs:envoy.extensions.transport_sockets.tls.v3.SdsSecretConfig tls_certificate_provider_instance:envoy.extensions.transport_sockets.tls.v3.CertificateProviderPluginInstance custom_tls_certificate_selector:envoy.config.core.v3.TypedExtensionConfig tls_certificate_certificate_provider:envoy.extensions.transport_sockets.tls.v3.CommonTlsContext.CertificateProvider tls_certificate_certificate_provider_instance:envoy.extensions.transport_sockets.tls.v3.CommonTlsContext.CertificateProviderInstance validation_context:envoy.extensions.transport_sockets.tls.v3.CertificateValidationContext validation_context_sds_secret_config:envoy.extensions.transport_sockets.tls.v3.SdsSecretConfig combined_validation_context:envoy.extensions.transport_sockets.tls.v3.CommonTlsContext.CombinedCertificateValidationContext validation_context_certificate_provider:envoy.extensions.transport_sockets.tls.v3.CommonTlsContext.CertificateProvider validation_context_certificate_provider_instance:envoy.extensions.transport_sockets.tls.v3.CommonTlsContext.CertificateProviderInstance alpn_protocols custom_handshaker:envoy.config.core.v3.TypedExtensionConfig key_log:envoy.extensions.transport_sockets.tls.v3.TlsKeyLog
envoy.extensions.transport_sockets.tls.v3.CommonTlsContext.CertificateProvider name typed_config:envoy.config.core.v3.TypedExtensionConfig
envoy.extensions.transport_sockets.tls.v3.CommonTlsContext.CertificateProviderInstance instance_name certificate_name
envoy.extensions.transport_sockets.tls.v3.CommonTlsContext.CombinedCertificateValidationContext default_validation_context:envoy.extensions.transport_sockets.tls.v3.CertificateValidationContext validation_context_sds_secret_config:envoy.extensions.transport_sockets.tls.v3.SdsSecretConfig validation_context_certificate_provider:envoy.extensions.transport_sockets.tls.v3.CommonTlsContext.CertificateProvider validation_context_certificate_provider_instance:envoy.extensions.transport_sockets.tls.v3.CommonTlsContext.CertificateProviderInstance
envoy.extensions.transport_sockets.tls.v3.DownstreamTlsContext common_tls_context:envoy.extensions.transport_sockets.tls.v3.CommonTlsContext require_client_certificate require_sni session_ticket_keys:envoy.extensions.transport_sockets.tls.v3.TlsSessionTicketKeys session_ticket_keys_sds_secret_config:envoy.extensions.transport_sockets.tls.v3.SdsSecretConfig disable_stateless_session_resumption disable_stateful_session_resumption session_timeout ocsp_staple_policy full_scan_certs_on_sni_mismatch prefer_client_ciphers
envoy.extensions.transport_sockets.tls.v3.GenericSecret secret:envoy.config.core.v3.DataSource secrets*:envoy.config.core.v3.DataSource
envoy.extensions.transport_sockets.tls.v3.PrivateKeyProvider provider_name typed_config:google.protobuf.Any fallback
envoy.extensions.transport_sockets.tls.v3.SPIFFECertValidatorConfig trust_domains:envoy.extensions.transport_sockets.tls.v3.SPIFFECertValidatorConfig.TrustDomain trust_bundles:envoy.config.core.v3.DataSource
envoy.extensions.transport_sockets.tls.v3.SPIFFECertValidatorConfig.TrustDomain name trust_bundle:envoy.config.core.v3.DataSource workload_trust_domain
envoy.extensions.transport_sockets.tls.v3.SdsSecretConfig name sds_config:envoy.config.core.v3.ConfigSource
envoy.extensions.transport_sockets.tls.v3.Secret name tls_certificate:envoy.extensions.transport_sockets.tls.v3.TlsCertificate session_ticket_keys:envoy.extensions.transport_sockets.tls.v3.TlsSessionTicketKeys validation_context:envoy.extensions.transport_sockets.tls.v3.CertificateValidationContext generic_secret:envoy.extensions.transport_sockets.tls.v3.GenericSecret
envoy.extensions.transport_sockets.tls.v3.SubjectAltNameMatcher san_type matcher:envoy.type.matcher.v3.StringMatcher oid
envoy.extensions.transport_sockets.tls.v3.TlsCertificate certificate_chain:envoy.config.core.v3.DataSource private_key:envoy.config.core.v3.DataSource pkcs12:envoy.config.core.v3.DataSource watched_directory:envoy.config.core.v3.WatchedDirectory private_key_provider:envoy.extensions.transport_sockets.tls.v3.PrivateKeyProvider password:envoy.config.core.v3.DataSource ocsp_staple:envoy.config.core.v3.DataSource signed_certificate_timestamp:envoy.config.core.v3.DataSource tls_params:envoy.extensions.transport_sockets.tls.v3.TlsParameters
envoy.extensions.transport_sockets.tls.v3.TlsKeyLog path local_address_range:envoy.config.core.v3.CidrRange remote_address_range:envoy.config.core.v3.CidrRange
envoy.extensions.transport_sockets.tls.v3.TlsParameters tls_minimum_protocol_version tls_maximum_protocol_version cipher_suites ecdh_curves signature_algorithms compliance_policies
envoy.extensions.transport_sockets.tls.v3.TlsSessionTicketKeys keys:envoy.config.core.v3.DataSource
envoy.extensions.transport_sockets.tls.v3.UpstreamTlsContext common_tls_context:envoy.extensions.transport_sockets.tls.v3.CommonTlsContext sni auto_host_sni auto_sni_san_validation allow_renegotiation max_session_keys enforce_rsa_key_usage
envoy.extensions.udp_packet_writer.v3.UdpDefaultWriterFactory
envoy.extensions.udp_packet_writer.v3.UdpGsoBatchWriterFactory
envoy.extensions.upstreams.http.dynamic_modules.v3.Config dynamic_module_config:envoy.extensions.dynamic_modules.v3.DynamicModuleConfig bridge_name bridge_config:google.protobuf.Any
envoy.extensions.upstreams.http.generic.v3.GenericConnectionPoolProto
envoy.extensions.upstreams.http.http.v3.HttpConnectionPoolProto
envoy.extensions.upstreams.http.reverse_tunnel.v3.ReverseTunnelUpstreamCodecOptions enable_drain_with_goaway
envoy.extensions.upstreams.http.tcp.v3.TcpConnectionPoolProto
envoy.extensions.upstreams.http.udp.v3.UdpConnectionPoolProto
envoy.extensions.upstreams.http.v3.HttpProtocolOptions common_http_protocol_options:envoy.config.core.v3.HttpProtocolOptions upstream_http_protocol_options:envoy.config.core.v3.UpstreamHttpProtocolOptions explicit_http_config:envoy.extensions.upstreams.http.v3.HttpProtocolOptions.ExplicitHttpConfig use_downstream_protocol_config:envoy.extensions.upstreams.http.v3.HttpProtocolOptions.UseDownstreamHttpConfig auto_config:envoy.extensions.upstreams.http.v3.HttpProtocolOptions.AutoHttpConfig http_filters:envoy.extensions.filters.network.http_connection_manager.v3.HttpFilter header_validation_config:envoy.config.core.v3.TypedExtensionConfig outlier_detection:envoy.extensions.upstreams.http.v3.HttpProtocolOptions.OutlierDetection request_mirror_policies:envoy.config.route.v3.RouteAction.RequestMirrorPolicy hash_policy:envoy.config.route.v3.RouteAction.HashPolicy retry_policy:envoy.config.route.v3.RetryPolicy
envoy.extensions.upstreams.http.v3.HttpProtocolOptions.AutoHttpConfig http_protocol_options:envoy.config.core.v3.Http1ProtocolOptions http2_protocol_options:envoy.config.core.v3.Http2ProtocolOptions http3_protocol_options:envoy.config.core.v3.Http3ProtocolOptions alternate_protocols_cache_options:envoy.config.core.v3.AlternateProtocolsCacheOptions
envoy.extensions.upstreams.http.v3.HttpProtocolOptions.ExplicitHttpConfig http_protocol_options:envoy.config.core.v3.Http1ProtocolOptions http2_protocol_options:envoy.config.core.v3.Http2ProtocolOptions http3_protocol_options:envoy.config.core.v3.Http3ProtocolOptions
envoy.extensions.upstreams.http.v3.HttpProtocolOptions.OutlierDetection error_matcher:envoy.config.common.matcher.v3.MatchPredicate
envoy.extensions.upstreams.http.v3.HttpProtocolOptions.UseDownstreamHttpConfig http_protocol_options:envoy.config.core.v3.Http1ProtocolOptions http2_protocol_options:envoy.config.core.v3.Http2ProtocolOptions http3_protocol_options:envoy.config.core.v3.Http3ProtocolOptions
envoy.extensions.upstreams.tcp.generic.v3.GenericConnectionPoolProto
envoy.extensions.upstreams.tcp.v3.TcpProtocolOptions idle_timeout
envoy.extensions.wasm.v3.CapabilityRestrictionConfig allowed_capabilities*:envoy.extensions.wasm.v3.SanitizationConfig
envoy.extensions.wasm.v3.EnvironmentVariables host_env_keys key_values*
envoy.extensions.wasm.v3.PluginConfig name root_id vm_config:envoy.extensions.wasm.v3.VmConfig configuration:google.protobuf.Any fail_open failure_policy reload_config:envoy.extensions.wasm.v3.ReloadConfig capability_restriction_config:envoy.extensions.wasm.v3.CapabilityRestrictionConfig allow_on_headers_stop_iteration
envoy.extensions.wasm.v3.ReloadConfig backoff:envoy.config.core.v3.BackoffStrategy
envoy.extensions.wasm.v3.SanitizationConfig
envoy.extensions.wasm.v3.VmConfig vm_id runtime code:envoy.config.core.v3.AsyncDataSource configuration:google.protobuf.Any allow_precompiled nack_on_code_cache_miss environment_variables:envoy.extensions.wasm.v3.EnvironmentVariables capability_restriction_config:envoy.extensions.wasm.v3.CapabilityRestrictionConfig
envoy.extensions.wasm.v3.WasmService config:envoy.extensions.wasm.v3.PluginConfig singleton
envoy.extensions.watchdog.backtrace_action.v3.BacktraceActionConfig cooldown_duration
envoy.extensions.watchdog.profile_action.v3.ProfileActionConfig profile_duration profile_path max_profiles
envoy.type.http.v3.Cookie name ttl path attributes:envoy.type.http.v3.CookieAttribute
envoy.type.http.v3.CookieAttribute name value
envoy.type.http.v3.PathTransformation operations:envoy.type.http.v3.PathTransformation.Operation
envoy.type.http.v3.PathTransformation.Operation normalize_path_rfc_3986:envoy.type.http.v3.PathTransformation.Operation.NormalizePathRFC3986 merge_slashes:envoy.type.http.v3.PathTransformation.Operation.MergeSlashes
envoy.type.http.v3.PathTransformation.Operation.MergeSlashes
envoy.type.http.v3.PathTransformation.Operation.NormalizePathRFC3986
envoy.type.matcher.v3.AddressMatcher ranges:xds.core.v3.CidrRange invert_match
envoy.type.matcher.v3.DoubleMatcher range:envoy.type.v3.DoubleRange exact
envoy.type.matcher.v3.FilterStateMatcher key string_match:envoy.type.matcher.v3.StringMatcher address_match:envoy.type.matcher.v3.AddressMatcher
envoy.type.matcher.v3.HttpRequestHeaderMatchInput header_name
envoy.type.matcher.v3.HttpRequestQueryParamMatchInput query_param
envoy.type.matcher.v3.HttpRequestTrailerMatchInput header_name
envoy.type.matcher.v3.HttpResponseHeaderMatchInput header_name
envoy.type.matcher.v3.HttpResponseLocalReplyMatchInput
envoy.type.matcher.v3.HttpResponseStatusCodeClassMatchInput
envoy.type.matcher.v3.HttpResponseStatusCodeMatchInput
envoy.type.matcher.v3.HttpResponseTrailerMatchInput header_name
envoy.type.matcher.v3.ListMatcher one_of:envoy.type.matcher.v3.ValueMatcher
envoy.type.matcher.v3.ListStringMatcher patterns:envoy.type.matcher.v3.StringMatcher
envoy.type.matcher.v3.MetadataMatcher filter path:envoy.type.matcher.v3.MetadataMatcher.PathSegment value:envoy.type.matcher.v3.ValueMatcher invert
envoy.type.matcher.v3.MetadataMatcher.PathSegment key
envoy.type.matcher.v3.NodeMatcher node_id:envoy.type.matcher.v3.StringMatcher node_metadatas:envoy.type.matcher.v3.StructMatcher
envoy.type.matcher.v3.OrMatcher value_matchers:envoy.type.matcher.v3.ValueMatcher
envoy.type.matcher.v3.PathMatcher path:envoy.type.matcher.v3.StringMatcher
envoy.type.matcher.v3.RegexMatchAndSubstitute pattern:envoy.type.matcher.v3.RegexMatcher substitution
envoy.type.matcher.v3.RegexMatcher google_re2:envoy.type.matcher.v3.RegexMatcher.GoogleRE2 regex
envoy.type.matcher.v3.RegexMatcher.GoogleRE2 max_program_size
envoy.type.matcher.v3.StringMatcher exact prefix suffix safe_regex:envoy.type.matcher.v3.RegexMatcher contains custom:xds.core.v3.TypedExtensionConfig ignore_case
envoy.type.matcher.v3.StructMatcher path:envoy.type.matcher.v3.StructMatcher.PathSegment value:envoy.type.matcher.v3.ValueMatcher
envoy.type.matcher.v3.StructMatcher.PathSegment key
envoy.type.matcher.v3.ValueMatcher null_match:envoy.type.matcher.v3.ValueMatcher.NullMatch double_match:envoy.type.matcher.v3.DoubleMatcher string_match:envoy.type.matcher.v3.StringMatcher bool_match present_match list_match:envoy.type.matcher.v3.ListMatcher or_match:envoy.type.matcher.v3.OrMatcher
envoy.type.matcher.v3.ValueMatcher.NullMatch
envoy.type.metadata.v3.MetadataKey key path:envoy.type.metadata.v3.MetadataKey.PathSegment
envoy.type.metadata.v3.MetadataKey.PathSegment key index
envoy.type.metadata.v3.MetadataKind request:envoy.type.metadata.v3.MetadataKind.Request route:envoy.type.metadata.v3.MetadataKind.Route cluster:envoy.type.metadata.v3.MetadataKind.Cluster host:envoy.type.metadata.v3.MetadataKind.Host
envoy.type.metadata.v3.MetadataKind.Cluster
envoy.type.metadata.v3.MetadataKind.Host
envoy.type.metadata.v3.MetadataKind.Request
envoy.type.metadata.v3.MetadataKind.Route
envoy.type.tracing.v3.CustomTag tag literal:envoy.type.tracing.v3.CustomTag.Literal environment:envoy.type.tracing.v3.CustomTag.Environment request_header:envoy.type.tracing.v3.CustomTag.Header metadata:envoy.type.tracing.v3.CustomTag.Metadata value value_type
envoy.type.tracing.v3.CustomTag.Environment name default_value
envoy.type.tracing.v3.CustomTag.Header name default_value
envoy.type.tracing.v3.CustomTag.Literal value
envoy.type.tracing.v3.CustomTag.Metadata kind:envoy.type.metadata.v3.MetadataKind metadata_key:envoy.type.metadata.v3.MetadataKey default_value
envoy.type.v3.DoubleRange start end
envoy.type.v3.FractionalPercent numerator denominator
envoy.type.v3.HashPolicy source_ip:envoy.type.v3.HashPolicy.SourceIp filter_state:envoy.type.v3.HashPolicy.FilterState
envoy.type.v3.HashPolicy.FilterState key
envoy.type.v3.HashPolicy.SourceIp
envoy.type.v3.HttpStatus code
envoy.type.v3.Int32Range start end
envoy.type.v3.Int64Range start end
envoy.type.v3.Percent value
envoy.type.v3.RateLimitStrategy blanket_rule requests_per_time_unit:envoy.type.v3.RateLimitStrategy.RequestsPerTimeUnit token_bucket:envoy.type.v3.TokenBucket
envoy.type.v3.RateLimitStrategy.RequestsPerTimeUnit requests_per_time_unit time_unit
envoy.type.v3.Scope max_counters max_gauges max_histograms enable_eviction prefix sharing_name
envoy.type.v3.SemanticVersion major_number minor_number patch
envoy.type.v3.TokenBucket max_tokens tokens_per_fill fill_interval
udpa.type.v1.TypedStruct type_url value=
xds.annotations.v3.FieldMigrateAnnotation rename oneof_promotion
xds.annotations.v3.FieldSecurityAnnotation configure_for_untrusted_downstream configure_for_untrusted_upstream
xds.annotations.v3.FieldStatusAnnotation work_in_progress
xds.annotations.v3.FileMigrateAnnotation move_to_package
xds.annotations.v3.FileStatusAnnotation work_in_progress
xds.annotations.v3.MessageStatusAnnotation work_in_progress
xds.annotations.v3.MigrateAnnotation rename
xds.annotations.v3.StatusAnnotation work_in_progress package_version_status
xds.annotations.v3.VersioningAnnotation previous_message_type
xds.core.v3.Authority name
xds.core.v3.CidrRange address_prefix prefix_len
xds.core.v3.CollectionEntry locator:xds.core.v3.ResourceLocator inline_entry:xds.core.v3.CollectionEntry.InlineEntry
xds.core.v3.CollectionEntry.InlineEntry name version resource:google.protobuf.Any
xds.core.v3.ContextParams params*
xds.core.v3.Resource name:xds.core.v3.ResourceName version resource:google.protobuf.Any
xds.core.v3.ResourceLocator scheme id authority resource_type exact_context:xds.core.v3.ContextParams directives:xds.core.v3.ResourceLocator.Directive
xds.core.v3.ResourceLocator.Directive alt:xds.core.v3.ResourceLocator entry
xds.core.v3.ResourceName id authority resource_type context:xds.core.v3.ContextParams
xds.core.v3.TypedExtensionConfig name typed_config:google.protobuf.Any
xds.data.orca.v3.OrcaLoadReport cpu_utilization mem_utilization rps request_cost* utilization* rps_fractional eps named_metrics* application_utilization
xds.service.orca.v3.OrcaLoadReportRequest report_interval request_cost_names
xds.type.matcher.v3.CelMatcher expr_match:xds.type.v3.CelExpression description
xds.type.matcher.v3.DoubleRangeMatcher range_matchers:xds.type.matcher.v3.DoubleRangeMatcher.RangeMatcher
xds.type.matcher.v3.DoubleRangeMatcher.RangeMatcher ranges:xds.type.v3.DoubleRange on_match:xds.type.matcher.v3.Matcher.OnMatch
xds.type.matcher.v3.HttpAttributesCelMatchInput
xds.type.matcher.v3.IPMatcher range_matchers:xds.type.matcher.v3.IPMatcher.IPRangeMatcher
xds.type.matcher.v3.IPMatcher.IPRangeMatcher ranges:xds.core.v3.CidrRange on_match:xds.type.matcher.v3.Matcher.OnMatch exclusive
xds.type.matcher.v3.Int32RangeMatcher range_matchers:xds.type.matcher.v3.Int32RangeMatcher.RangeMatcher
xds.type.matcher.v3.Int32RangeMatcher.RangeMatcher ranges:xds.type.v3.Int32Range on_match:xds.type.matcher.v3.Matcher.OnMatch
xds.type.matcher.v3.Int64RangeMatcher range_matchers:xds.type.matcher.v3.Int64RangeMatcher.RangeMatcher
xds.type.matcher.v3.Int64RangeMatcher.RangeMatcher ranges:xds.type.v3.Int64Range on_match:xds.type.matcher.v3.Matcher.OnMatch
xds.type.matcher.v3.ListStringMatcher patterns:xds.type.matcher.v3.StringMatcher
xds.type.matcher.v3.Matcher matcher_list:xds.type.matcher.v3.Matcher.MatcherList matcher_tree:xds.type.matcher.v3.Matcher.MatcherTree on_no_match:xds.type.matcher.v3.Matcher.OnMatch
xds.type.matcher.v3.Matcher.MatcherList matchers:xds.type.matcher.v3.Matcher.MatcherList.FieldMatcher
xds.type.matcher.v3.Matcher.MatcherList.FieldMatcher predicate:xds.type.matcher.v3.Matcher.MatcherList.Predicate on_match:xds.type.matcher.v3.Matcher.OnMatch
xds.type.matcher.v3.Matcher.MatcherList.Predicate single_predicate:xds.type.matcher.v3.Matcher.MatcherList.Predicate.SinglePredicate or_matcher:xds.type.matcher.v3.Matcher.MatcherList.Predicate.PredicateList and_matcher:xds.type.matcher.v3.Matcher.MatcherList.Predicate.PredicateList not_matcher:xds.type.matcher.v3.Matcher.MatcherList.Predicate
xds.type.matcher.v3.Matcher.MatcherList.Predicate.PredicateList predicate:xds.type.matcher.v3.Matcher.MatcherList.Predicate
xds.type.matcher.v3.Matcher.MatcherList.Predicate.SinglePredicate input:xds.core.v3.TypedExtensionConfig value_match:xds.type.matcher.v3.StringMatcher custom_match:xds.core.v3.TypedExtensionConfig
xds.type.matcher.v3.Matcher.MatcherTree input:xds.core.v3.TypedExtensionConfig exact_match_map:xds.type.matcher.v3.Matcher.MatcherTree.MatchMap prefix_match_map:xds.type.matcher.v3.Matcher.MatcherTree.MatchMap custom_match:xds.core.v3.TypedExtensionConfig
xds.type.matcher.v3.Matcher.MatcherTree.MatchMap map*:xds.type.matcher.v3.Matcher.OnMatch
xds.type.matcher.v3.Matcher.OnMatch matcher:xds.type.matcher.v3.Matcher action:xds.core.v3.TypedExtensionConfig keep_matching
xds.type.matcher.v3.RegexMatcher google_re2:xds.type.matcher.v3.RegexMatcher.GoogleRE2 regex
xds.type.matcher.v3.RegexMatcher.GoogleRE2
xds.type.matcher.v3.ServerNameMatcher domain_matchers:xds.type.matcher.v3.ServerNameMatcher.DomainMatcher
xds.type.matcher.v3.ServerNameMatcher.DomainMatcher domains on_match:xds.type.matcher.v3.Matcher.OnMatch
xds.type.matcher.v3.StringMatcher exact prefix suffix safe_regex:xds.type.matcher.v3.RegexMatcher contains custom:xds.core.v3.TypedExtensionConfig ignore_case
xds.type.v3.CelExpression parsed_expr:google.api.expr.v1alpha1.ParsedExpr checked_expr:google.api.expr.v1alpha1.CheckedExpr cel_expr_parsed:cel.expr.ParsedExpr cel_expr_checked:cel.expr.CheckedExpr cel_expr_string
xds.type.v3.CelExtractString expr_extract:xds.type.v3.CelExpression default_value
xds.type.v3.DoubleRange start end
xds.type.v3.Int32Range start end
xds.type.v3.Int64Range start end
xds.type.v3.TypedStruct type_url value=
`;
